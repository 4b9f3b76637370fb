import base64
import email
from email import policy

import pytest

from sigcheck.rewriting.message_changes import MessageChanges
from sigcheck.rewriting.message_file import change_message

EDIT = MessageChanges({4: [("nbsp &nbsp; here", "nbsp here")]})


@pytest.mark.parametrize(
    ("encoding", "newline"),
    [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\r\n"), ("cp1252", "\r\n"), ("utf-8", "\r")],
)
def test_one_line_of_a_text_changes_and_every_other_byte_stays(encoding, newline):
    text = newline.join(["Subject: Grüße", "", "Hi {{first_name}},", "nbsp &nbsp; here", "", "Ana", ""])
    new = change_message(text.encode(encoding), ".txt", EDIT)
    assert new == text.replace("nbsp &nbsp; here", "nbsp here").encode(encoding)


def test_a_line_is_taken_out_or_becomes_two():
    text = b"Subject: x\r\n\r\n<p>\r\none<br>two\r\n"
    changes = MessageChanges({3: [("<p>", None)], 4: [("one<br>two", "one\ntwo")]})
    assert change_message(text, ".txt", changes) == b"Subject: x\r\n\r\none\r\ntwo\r\n"


def test_a_letter_that_the_encoding_does_not_have_is_refused():
    with pytest.raises(ValueError, match="save it as UTF-8"):
        change_message("Gr\xfc\xdfe\nx".encode("cp1252"), ".txt", MessageChanges({2: [("x", "Ł")]}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subject: old one\nFrom: a\n\nHi\n", "Subject: new: one\nFrom: a\n\nHi\n"),
        ("From: a\nsubject:  old\n  one\n\nHi\n", "From: a\nsubject:  new: one\n\nHi\n"),
        ("---\nSubject: old one  # so\nfrom: a\n---\nHi\n", "---\nSubject: 'new: one'  # so\nfrom: a\n---\nHi\n"),
    ],
)
def test_a_subject_changes_where_it_stands(text, expected):
    new = change_message(text.encode(), ".txt", MessageChanges({}, ("old one", "new: one")))
    assert new.decode() == expected


def mail(*parts, kind="alternative", header=""):
    inner = "".join(f"--b\n{part}\n" for part in parts)
    return (
        f"From: Ana <ana@northwind.com>\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n{header}MIME-Version: 1.0\n"
        f'Content-Type: multipart/{kind};\n boundary="b"\nX-Odd:   kept \n\npreamble\n{inner}--b--\n'
    )


PLAIN = "Content-Type: text/plain; charset=utf-8\n\nHi {{first_name}},\nnbsp &nbsp; hëre\n"
HTML = (
    "Content-Type: text/html; charset=utf-8\n\n"
    "<p>Hi {{first_name}},</p><p>see <a href='https://a.b/c'>our page</a></p>\n"
)
ATTACHED = "Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>x</p>\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_line_of_a_mails_plain_text_changes_and_every_other_byte_stays(newline):
    text = mail(PLAIN, HTML).replace("\n", newline)
    line = text.split(newline).index("nbsp &nbsp; hëre") + 1
    new = change_message(text.encode(), ".eml", MessageChanges({line: [("nbsp &nbsp; hëre", "nbsp hëre")]}))
    assert new == text.replace("nbsp &nbsp; hëre", "nbsp hëre").encode()


def test_quoted_printable_lines_are_written_anew_only_where_they_change():
    text = mail(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable\n\n"
        "Gr=C3=BC=C3=9Fe =\nan alle\nb&amp;b =3D x\nc=\n"
    )
    line = text.split("\n").index("Gr=C3=BC=C3=9Fe =") + 1
    changes = MessageChanges({line: [("Grüße an alle", "Grüße = an Łukasz")], line + 2: [("b&amp;b = x", "b&b = x")]})
    new = change_message(text.encode(), ".eml", changes).decode()
    assert new == text.replace("Gr=C3=BC=C3=9Fe =\nan alle", "Gr=C3=BC=C3=9Fe =3D an =C5=81ukasz").replace("&amp;", "&")


def test_a_base64_body_keeps_its_headers_and_says_the_new_text():
    body = base64.encodebytes("Hi,\r\nnbsp &nbsp; here\r\nGrüße\r\n".encode()).decode()
    text = mail(f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{body}")
    line = text.split("\n").index(body.split("\n")[0]) + 1
    new = change_message(text.encode(), ".eml", MessageChanges({line: [("nbsp &nbsp; here", "nbsp here")]}))
    part = next(email.message_from_bytes(new, policy=policy.default).iter_parts())
    assert part.get_content().replace("\r", "") == "Hi,\nnbsp here\nGrüße\n"


def test_a_mails_subject_is_encoded_where_it_has_to_be():
    new = change_message(mail(PLAIN).encode(), ".eml", MessageChanges({}, ("Grüße", "Grüße aus Łódź")))
    assert email.message_from_bytes(new, policy=policy.default)["subject"] == "Grüße aus Łódź"
    assert b"X-Odd:   kept " in new


DROP = MessageChanges({}, drops_markup=True)


def test_markup_beside_a_plain_text_is_cut_out_and_all_else_keeps_its_bytes():
    text = mail(PLAIN, HTML)
    assert change_message(text.encode(), ".eml", DROP).decode() == text.replace(f"--b\n{HTML}\n", "")


def test_markup_alone_becomes_plain_text_and_its_pictures_go():
    picture = "Content-Type: image/png\nContent-ID: <x>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    new = change_message(mail(HTML, picture, ATTACHED, kind="related").encode(), ".eml", DROP).decode()
    text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\n"
    assert new == mail(f"{text}Hi {{{{first_name}}}},\n\nsee our page: https://a.b/c", ATTACHED, kind="related")


def test_a_blank_plain_text_is_no_alternative():
    new = change_message(mail("Content-Type: text/plain\n\n \n", HTML).encode(), ".eml", DROP)
    (part,) = email.message_from_bytes(new, policy=policy.default).iter_parts()
    assert part.get_content_type() == "text/plain"
    assert "see our page: https://a.b/c" in part.get_content()


def test_a_mail_of_nothing_but_markup_keeps_its_other_headers():
    text = (
        "From: Ana\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/html;\n charset=iso-8859-1\n"
        "Subject: x\n\n<p>Gr=FC=DFe</p>\n"
    )
    assert change_message(text.encode(), ".eml", DROP).decode() == (
        "From: Ana\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        "Subject: x\n\nGr=C3=BC=C3=9Fe\n"
    )


def test_merge_tags_that_are_elements_stay_merge_tags():
    text = "Content-Type: text/html\n\n<p>Hi <span class=eloquaemail>FirstName</span>, *|FNAME|* &amp; {{x}}</p>\n"
    assert b"Hi <span class=eloquaemail>FirstName</span>, *|FNAME|* & {{x}}" in change_message(
        text.encode(), ".eml", DROP
    )
