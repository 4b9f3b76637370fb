import base64
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sigcheck.inputs.mail_headers import Address, decode_header_value, read_address, scan_headers
from sigcheck.inputs.mime import read_mail


def eml(text, newline="\n", encoding="utf-8"):
    return text.lstrip("\n").replace("\n", newline).encode(encoding)


def bodies(data):
    return [
        (body.kind, [(line.line, line.text) for line in body.lines if line.text.strip()])
        for body in read_mail(data).bodies
    ]


def header(data, name):
    return [(found.line, found.value) for found in read_mail(data).headers if found.name == name]


PLAIN = """
From: Ana Ruiz <ana@northwind.com>
Subject: Breakfast on the 9th?
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Hi Jörg,

short text.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_are_those_of_the_file_whatever_ends_them(newline):
    assert bodies(eml(PLAIN, newline)) == [("plain", [(6, "Hi Jörg,"), (8, "short text.")])]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_header(encoding):
    assert header(eml(PLAIN, encoding=encoding), "from") == [(1, "Ana Ruiz <ana@northwind.com>")]


ALTERNATIVE = """
MIME-Version: 1.0
From: ana@northwind.com
Content-Type: multipart/mixed;
 boundary="outer"

This is a multi-part message in MIME format.

--outer
Content-Type: multipart/related; boundary=rel

--rel
Content-Type: multipart/alternative; boundary="alt"

--alt
Content-Type: text/plain; charset="utf-8"

Hi Frank,

plain text.

--alt
Content-Type: text/html; charset="utf-8"

<p>Hi Frank,</p>
<p>html text.</p>

--alt--

--rel
Content-Type: image/png; name="logo.png"
Content-Transfer-Encoding: base64
Content-ID: <logo>

iVBORw0KGgo=

--rel--

--outer
Content-Type: text/plain; name="notes.txt"
Content-Disposition: attachment; filename="notes.txt"

Attached text.
--outer
Content-Type: text/plain

A footer of the mailing list.
--outer--
An epilogue.
"""


def test_nested_parts_are_read_and_attachments_left_out():
    assert bodies(eml(ALTERNATIVE)) == [
        ("plain", [(17, "Hi Frank,"), (19, "plain text.")]),
        ("html", [(24, "<p>Hi Frank,</p>"), (25, "<p>html text.</p>")]),
        ("plain", [(46, "A footer of the mailing list.")]),
    ]
    assert [body.is_alternative for body in read_mail(eml(ALTERNATIVE)).bodies] == [False, True, False]


def test_a_missing_final_boundary_loses_nothing():
    cut_off = ALTERNATIVE[: ALTERNATIVE.index("<p>html text.</p>") + len("<p>html text.</p>")]
    assert bodies(eml(cut_off))[1] == ("html", [(24, "<p>Hi Frank,</p>"), (25, "<p>html text.</p>")])


def test_markup_is_no_alternative_to_an_empty_plain_text():
    data = eml(ALTERNATIVE.replace("Hi Frank,\n\nplain text.\n", "\n \n", 1))
    assert [(body.kind, body.is_alternative) for body in read_mail(data).bodies] == [("html", False), ("plain", False)]


@pytest.mark.parametrize(
    "content_type", ["multipart/alternative", 'multipart/mixed; boundary="nowhere"', "multipart/mixed; boundary="]
)
def test_a_multipart_whose_boundary_is_nowhere_is_text(content_type):
    assert bodies(eml(f"Subject: x\nContent-Type: {content_type}\n\nHi Frank,\n")) == [("plain", [(4, "Hi Frank,")])]


def test_a_forwarded_mail_is_quoted():
    data = eml("""
Subject: Fwd
Content-Type: multipart/mixed; boundary=b

--b

Hi Frank, see below.
--b
Content-Type: message/rfc822

Subject: Inner
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain

inner text
--c
Content-Type: text/html

<p>inner text</p>
--c--
--b
Content-Type: message/rfc822
Content-Disposition: attachment; filename="old.eml"

Subject: Attached

attached text
--b--
""")
    found = [(body.kind, body.is_quoted, body.lines[0].line, body.lines[0].text) for body in read_mail(data).bodies]
    assert found == [
        ("plain", False, 6, "Hi Frank, see below."),
        ("plain", True, 16, "inner text"),
        ("html", True, 20, "<p>inner text</p>"),
    ]
    assert header(data, "subject") == [(1, "Fwd")]


def test_quoted_printable_lines_stand_where_they_begin():
    data = eml("""
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: Quoted-Printable

Sch=F6ne Gr=FC=DFe aus Z=FCrich, =
wo wir uns neulich =
trafen.=20
Next line=2E =

=
After an empty soft break.=0ASame line of the file.
=3D=3D not = encoded = well =ZZ
""")
    assert bodies(data) == [
        (
            "plain",
            [
                (4, "Schöne Grüße aus Zürich, wo wir uns neulich trafen. "),
                (7, "Next line. "),
                (10, "After an empty soft break."),
                (10, "Same line of the file."),
                (11, "== not = encoded = well =ZZ"),
            ],
        )
    ]


def test_a_multibyte_letter_may_be_split_by_a_soft_break():
    data = eml(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nJ=C3=\n=B6rg\nnext\n"
    )
    assert bodies(data) == [("plain", [(4, "Jörg"), (6, "next")])]


def test_base64_lines_stand_where_their_first_byte_does():
    text = "".join(f"line number {number:02}, für dich\n" for number in range(20))
    encoded = base64.encodebytes(text.encode()).decode()
    data = eml(f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\n{encoded}")
    ((_, lines),) = bodies(data)
    assert [line for _, line in lines] == text.splitlines()
    starts = [len("".join(text.splitlines(keepends=True)[:number]).encode()) for number in range(20)]
    assert [place for place, _ in lines] == [4 + start // 57 for start in starts]  # 76 characters hold 57 bytes


@pytest.mark.parametrize("width", [1, 3, 5, 7, 76])
def test_base64_may_be_wrapped_anywhere(width):
    encoded = base64.b64encode(b"ab\ncd\nef\n").decode()
    lines = [encoded[start : start + width] for start in range(0, len(encoded), width)]
    data = eml("Content-Transfer-Encoding: base64\n\n" + "\n".join(lines) + "\n")
    first_characters = [0, 4, 8]  # bytes 0, 3 and 6 begin with these characters
    assert bodies(data) == [
        ("plain", [(3 + at // width, text) for at, text in zip(first_characters, ("ab", "cd", "ef"), strict=True)])
    ]


def test_a_mailing_list_footer_below_base64_does_not_garble_it():
    encoded = base64.encodebytes("Grüße, Ana".encode()).decode()
    data = eml(
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{encoded}_____\nA footer\n"
    )
    assert bodies(data) == [("plain", [(4, "Grüße, Ana")])]


def test_wide_characters_in_base64_keep_their_lines():
    text = "".join(f"Zeile {number:02} mit Grüßen\r\n" for number in range(12))
    encoded = base64.encodebytes(text.encode("utf-16-le")).decode()
    data = eml(f"Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n\n{encoded}")
    ((_, lines),) = bodies(data)
    assert [line for _, line in lines] == text.splitlines()
    assert [place for place, _ in lines] == [4 + (2 * 21 * number) // 57 for number in range(12)]


@pytest.mark.parametrize(
    ("declared", "data"),
    [
        ("charset=utf-8", "Grüße – Ana".encode("cp1252")),
        ("charset=iso-8859-1", "Grüße – Ana".encode("cp1252")),
        ("charset=us-ascii", "Grüße – Ana".encode("cp1252")),
        ("charset=unknown-8bit", "Grüße – Ana".encode()),
        ("charset=unknown-8bit", "Grüße – Ana".encode("cp1252")),
        ('charset="windows-1252"', "Grüße – Ana".encode("cp1252")),
        ("charset=x-unknown", "Grüße – Ana".encode()),
        ("charset=", "Grüße – Ana".encode()),
        ("charset=\xff", "Grüße – Ana".encode()),
        ("charset*=us-ascii'en'utf-8", "Grüße – Ana".encode()),
        ("format=flowed", "Grüße – Ana".encode()),
        ("charset=macintosh", "Grüße – Ana".encode("mac-roman")),
    ],
)
def test_wrong_and_odd_charsets_are_read(declared, data):
    mail = f"Subject: x\nContent-Type: text/plain; {declared}\n\n".encode("latin-1") + data + b"\n"
    assert bodies(mail) == [("plain", [(4, "Grüße – Ana")])]


def test_headers_are_decoded_unfolded_and_placed():
    data = eml("""
From ana@northwind.com Mon Dec  1 09:10:00 2026
FROM: =?UTF-8?Q?Ana_Ru=C3=ADz?=
 <ana@northwind.com>
Subject: =?utf-8?B?RnLDvGhzdMO8Y2sg?=
 =?utf-8?B?YW0gOS4/?= and
\tmore
X-Odd: =?utf-8?q?J=C3?= =?utf-8?q?=B6rg?= =?iso-8859-1*de?q?=F6?= =?utf-8?b?!!?=
subject: again
List-Unsubscribe:
 <https://x.com/u>,
 <mailto:u@x.com>

body
""")
    assert header(data, "from") == [(2, "Ana Ruíz <ana@northwind.com>")]
    assert header(data, "subject") == [(4, "Frühstück am 9.? and more"), (8, "again")]
    assert header(data, "list-unsubscribe") == [(9, "<https://x.com/u>, <mailto:u@x.com>")]
    assert header(data, "x-odd")[0][1].startswith("Jörgö")
    assert bodies(data) == [("plain", [(13, "body")])]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_raw_letters_in_a_header_are_read(encoding):
    assert header("Subject: Frühstück für Jörg\n\nbody\n".encode(encoding), "subject") == [(1, "Frühstück für Jörg")]


@pytest.mark.parametrize(
    ("value", "name", "email"),
    [
        ("Ana Ruiz <Ana@Northwind.com>", "Ana Ruiz", "ana@northwind.com"),
        ('"Ruiz, Ana" <ana@x.com>', "Ruiz, Ana", "ana@x.com"),
        ("Ruiz, Ana <ana@x.com>", "Ruiz, Ana", "ana@x.com"),
        ("'Ana' <ana@x.com>, Bo <bo@x.com>", "Ana", "ana@x.com"),
        ('"Ana \\"Annie\\" Ruiz" <ana@x.com>', 'Ana "Annie" Ruiz', "ana@x.com"),
        ("ana@x.com (Ana Ruiz)", "Ana Ruiz", "ana@x.com"),
        ("ana@x.com", None, "ana@x.com"),
        ("<ana@x.com>", None, "ana@x.com"),
        ("Ana Ruiz", "Ana Ruiz", None),
        ("{{owner.name}} <{{Owner.Email}}>", "{{owner.name}}", "{{Owner.Email}}"),
        ("{{Owner.Email}}", None, "{{Owner.Email}}"),
        ("", None, None),
        ("<>", None, None),
    ],
)
def test_an_address_is_taken_apart(value, name, email):
    assert read_address(value) == Address(name, email)


@pytest.mark.parametrize(
    "head",
    [
        "",
        " a continuation of nothing\nSubject: x\n",
        ":no name\nSubject: x\n",
        "Subject: x\nno header at all",
        "Content-Type: text/plain; charset*0*=utf; charset*1=-8; charset*x=1\n",
        "Content-Type: ;;;=;\nContent-Transfer-Encoding: ;\n",
        "Content-Type: text\nContent-Transfer-Encoding: 7bit (really)\n",
        "Content-Type: text/plain; name*=%%%''\n",
        "Content-Disposition: ;\n",
        "MIME-Version: x\ncontent-type: TEXT/Plain\ncontent-type: text/html\n",
    ],
)
def test_defective_headers_do_not_hide_the_body(head):
    data = eml(f"X: 1\n{head}\nHi Frank,\n") if head else b"\nHi Frank,\n"
    expected = data.decode().splitlines().index("Hi Frank,") + 1
    assert bodies(data)[0][1][-1] == (expected, "Hi Frank,")


def test_a_mail_of_attachments_only_has_no_body():
    headers = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64"
    data = eml(f"Subject: x\n{headers}\n\neJ8+Ig==\n")
    assert read_mail(data).bodies == ()


def test_parts_nested_beyond_reason_are_refused():
    data = eml("Content-Type: message/rfc822\n\n" * 5000 + "Subject: x\n\nbody\n")
    with pytest.raises(ValueError, match="nested"):
        read_mail(data)


def test_the_headers_end_where_the_body_begins():
    headers, body = scan_headers(["A: 1", " 2", "B:3", "", "C: 4"], 0)
    assert [(found.line, found.name, found.value) for found in headers] == [(1, "a", "1 2"), (3, "b", "3")]
    assert body == 4


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(texts.filter(lambda text: text.strip() == text), min_size=1, max_size=30),
    st.sampled_from(["7bit", "quoted-printable", "base64", "8bit"]),
    st.booleans(),
)
def test_every_line_of_a_mail_made_by_python_is_found_again(lines, transfer, is_multipart):
    content = "\n".join(lines) + "\n"
    mail = EmailMessage()
    mail["Subject"] = "x"
    if transfer == "7bit":
        content = "x" + content.encode("ascii", "ignore").decode()
    mail.set_content(content, cte=transfer)
    if is_multipart:
        mail.add_alternative(f"<p>{content}</p>", subtype="html", cte="quoted-printable")
        mail.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="x.bin")
    data = mail.as_bytes()
    body = read_mail(data).bodies[0]
    assert "\n".join(line.text for line in body.lines).rstrip() == content.rstrip().replace(
        "\ufeff", "", content.startswith("\ufeff")
    )
    raw = data.split(b"\n")
    if transfer in ("7bit", "8bit"):
        assert all(raw[line.line - 1].decode() == line.text for line in body.lines)
    if transfer == "quoted-printable":
        for line in body.lines:
            start = quopri.decodestring(raw[line.line - 1]).rstrip(b"\n").decode("utf-8", "ignore")
            assert line.text.startswith(start.rstrip("\ufffd")[:5])


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"Subject: x\n",
                b"Content-Type: multipart/mixed; boundary=b\n",
                b"Content-Type: text/html; charset=\xff\n",
                b"--b\n",
                b"--b--\n",
                b"Content-Type: message/rfc822\n",
                b'Content-Type: multipart/alternative; boundary="b"\n',
                b"Content-Transfer-Encoding: base64\n",
                b"Content-Transfer-Encoding: quoted-printable\n",
                b"\n",
                b"\r",
                b"=",
                b"a=\n",
                b"=?utf-8?b?x?=\n",
                b"<p>\n",
                b"From x\n",
                b" y\n",
                b"\xff\xfe",
                b"Content-Type: text/plain; charset=utf-16\n",
                b"QQ==\n",
                b"\0",
                b"Content-Disposition: attachment; filename*0*=''%\n",
                b"Content-Type: message/partial\n",
            ]
        ),
        max_size=14,
    ).map(b"".join)
)
@example(b"Subject: x\nFrom x\n\n\nSubject: x\nFrom x\n\nSubject: x\n")
def test_no_mail_is_too_broken(data):
    lines = len(data.replace(b"\r", b"\n").split(b"\n"))
    for body in read_mail(data).bodies:
        assert all(1 <= line.line <= lines for line in body.lines)


@given(st.binary(max_size=80))
def test_no_header_value_is_too_broken(data):
    assert isinstance(decode_header_value(data.decode("latin-1")), str)
