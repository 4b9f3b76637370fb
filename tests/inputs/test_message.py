import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.errors import InputError
from sigcheck.inputs.message import Link, MessageLine, read_message, visible_text

MESSAGES = Path(__file__).parent.parent / "data" / "messages"


@pytest.fixture
def read(tmp_path):
    def write_and_read(content, name="message.txt", subject=None):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_message(path, name, "a", subject)

    return write_and_read


def read_fixture(name):
    return read_message(MESSAGES / name, name, "a")


def filled(message, part):
    return [(line.line, line.text) for line in message.lines if line.part == part and line.text.strip()]


def targets(message):
    return [(link.line, link.part, link.url) for link in message.links]


def error_of(read, content, name="message.txt"):
    with pytest.raises(InputError) as caught:
        read(content, name)
    assert len(caught.value.mistakes) == 1
    return str(caught.value)


def test_a_plain_note_is_read(read):
    message = read("Hi Frank,\n\nShort text, as promised.\n\nBest,\nAna\n", subject="Breakfast?")
    assert (message.variant, message.file, message.format) == ("a", "message.txt", "txt")
    assert (message.subject, message.subject_line) == ("Breakfast?", None)
    assert message.lines[0] == MessageLine(1, "subject", "Breakfast?")
    assert message.lines[1] == MessageLine(1, "greeting", "Hi Frank,")
    assert (message.greeting, message.greeting_line) == ("Hi Frank,", 1)
    assert (message.signature, message.signature_line) == ("Best,\nAna", 5)
    assert not message.has_html_part
    assert visible_text(message) == "Hi Frank,\n\nShort text, as promised.\n\nBest,\nAna"


def test_visible_text_leaves_out_disclaimer_and_quoted_text(read):
    message = read("Hi Frank,\n\nShort text.\n\nBest,\nAna\n\nUnsubscribe: https://x.com\n\n> old text\n")
    assert visible_text(message) == "Hi Frank,\n\nShort text.\n\nBest,\nAna"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Grüße, Łódź".encode("utf-8-sig"), "Grüße, Łódź"),
        ("Grüße, Łódź".encode("utf-16"), "Grüße, Łódź"),
        ("Grüße aus Köln".encode("cp1252"), "Grüße aus Köln"),
    ],
)
@pytest.mark.parametrize("name", ["m.txt", "m.md", "m.html", "M.TXT", "m.htm"])
def test_odd_encodings_are_read(read, content, text, name):
    assert visible_text(read(content, name)) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_are_counted_whatever_ends_them(read, newline):
    message = read(newline.join(["Hi Frank,", "", "Text one here.", "Text two here."]))
    assert filled(message, "body") == [(3, "Text one here."), (4, "Text two here.")]


def test_front_matter_gives_headers_at_their_lines():
    message = read_fixture("note.md")
    assert (message.subject, message.subject_line) == ("{{first_name}}, breakfast on the 9th?", 2)
    assert [(h.line, h.column, h.name) for h in message.headers] == [
        (2, 1, "subject"),
        (3, 1, "from"),
        (4, 1, "reply-to"),
        (5, 1, "tags"),
    ]
    assert (message.from_name, message.from_email, message.reply_to) == (
        "Ana Ruiz",
        "ana.ruiz@northwind.example",
        "ana@northwind.example",
    )
    assert (message.greeting, message.greeting_line) == ("Hi {{first_name}},", 8)
    assert (message.signature, message.signature_line) == ("Cheers,\n\nAna", 13)
    assert message.links == (
        Link(11, 1, "body", "https://northwind.example/agenda?id={{ lead.Id }}", "the agenda"),
        Link(11, 69, "body", "https://northwind.example/map", "https://northwind.example/map"),
    )


def test_the_subject_of_the_plan_wins(read):
    message = read("---\nsubject: Own\n---\nHi Frank,\n", subject="Given")
    assert (message.subject, message.subject_line) == ("Given", None)
    assert message.lines[0] == MessageLine(2, "subject", "Given")


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ("---\nsubject: {{first_name}}, a question\n---\nHi\n", "message.txt:2"),
        ("\n---\nfrom: a\nsubject: Re: hello\n---\nHi\n", "message.txt:4"),
        ("---\nsubject: *|FNAME|*, hi\n---\nHi\n", "message.txt:2"),
        ("---\nfrom: a\nsubject: 'open\n---\nHi\n", "message.txt:3"),
        ("---\nsubject: a\nsubject: b\n---\nHi\n", "message.txt:3"),
        ("---\nsubject: [Brand]\n---\nHi\n", "message.txt:2"),
        ("---\nsubject: a\n\nHi Frank,\n", "message.txt:1"),
    ],
)
def test_broken_front_matter_is_placed(read, content, mistake):
    assert error_of(read, content).startswith(mistake)


@pytest.mark.parametrize(
    ("block", "subject"),
    [
        ("subject: Plain", "Plain"),
        ("Subject: 'Re: quoted'", "Re: quoted"),
        ("subject: 12:30", "12:30"),
        ("subject: 007", "007"),
        ("subject: >\n  two\n  lines", "two lines"),
        ("# a comment\nsubject: x", "x"),
        ("subject:", None),
        ("from: Ana", None),
        ("# only a comment", None),
        ("", None),
    ],
)
def test_values_of_front_matter_are_text(read, block, subject):
    message = read(f"---\n{block}\n---\n\nHi Frank,\n")
    assert message.subject == subject
    assert message.greeting == "Hi Frank,"
    assert message.greeting_line == block.count("\n") + 5


def test_names_and_addresses_may_have_keys_of_their_own(read):
    message = read("---\nfrom_name: Ana Ruiz\nfrom_email: Ana@X.com\n---\nHi\n")
    assert (message.from_name, message.from_email) == ("Ana Ruiz", "ana@x.com")


def test_a_rule_at_the_top_is_text(read):
    message = read("---\nHi there, I saw that you moved.\n---\nText\n")
    assert message.headers == ()
    assert filled(message, "body")[0] == (1, "---")


@pytest.mark.parametrize(
    ("content", "subject", "first"),
    [
        ("Subject: Breakfast?\n\nHi Frank,\n", "Breakfast?", 3),
        ("SUBJECT:Breakfast?\nHi Frank,\n", "Breakfast?", 2),
        ("From: Ana <ana@x.com>\nSubject: Break\n fast?\nX-Tag: 1\n\nHi Frank,\n", "Break fast?", 6),
        ("\nSubject: {{first_name}}, lunch?\n\nHi Frank,\n", "{{first_name}}, lunch?", 4),
    ],
)
def test_header_lines_above_the_text_are_read(read, content, subject, first):
    message = read(content)
    assert message.subject == subject
    assert message.greeting_line == first
    assert not filled(message, "body")


@pytest.mark.parametrize(
    "content",
    ["To: be or not to be,\nthat is the question.\n", "Note: this is text.\n\nMore.\n", "From: here on\nit is text.\n"],
)
def test_prose_that_looks_like_a_header_is_text(read, content):
    message = read(content)
    assert message.headers == ()
    assert filled(message, "body")[0] == (1, content.splitlines()[0])


@pytest.mark.parametrize(
    ("text", "url", "column"),
    [
        ("See https://x.com/a.", "https://x.com/a", 5),
        ("(https://x.com/a_(b))", "https://x.com/a_(b)", 2),
        ("(see www.x.com)", "www.x.com", 6),
        ("Mail mailto:ana@x.com?subject=Hi, please", "mailto:ana@x.com?subject=Hi", 6),
        ("https://x.com/{{id}}", "https://x.com/{{id}}", 1),
        ("https://x.com/{{ lead.Id | default: 'a b' }}/go!", "https://x.com/{{ lead.Id | default: 'a b' }}/go", 1),
        ("Out: https://x.com/*|UNSUB|*.", "https://x.com/*|UNSUB|*", 6),
        ("**https://x.com/%%id%%**", "https://x.com/%%id%%", 3),
        ("https://{!Org.Host}/a", "https://{!Org.Host}/a", 1),
        ("<https://x.com/a>", "https://x.com/a", 2),
        ("“https://x.com/a”", "https://x.com/a", 2),
        ("HTTPS://X.com/a;", "HTTPS://X.com/a", 1),
        ("ftp://x.com/a", "ftp://x.com/a", 1),
        ("こちら：https://x.com/a。", "https://x.com/a", 5),
        ("[here](#)", "#", 1),
        ("[here]({{ unsubscribe_link }})", "{{ unsubscribe_link }}", 1),
        ('[a b](https://x.com/a_(b) "title")', "https://x.com/a_(b)", 1),
        ("[1]: https://x.com/a", "https://x.com/a", 6),
    ],
)
def test_addresses_in_text_are_links(read, text, url, column):
    (link,) = read(f"Text above.\n{text}\nA sentence of prose stands below it.\n").links
    assert (link.line, link.column, link.part, link.url) == (2, column, "body", url)


@pytest.mark.parametrize(
    "text",
    [
        "ana@x.com",
        "Tel: +1 617",
        "10:30",
        "http://",
        "https://.",
        "{{unsubscribe_link}}",
        "![logo](https://x.com/a.png)",
        "Hi [First Name] (ok)",
        "www. x",
        "xhttps",
    ],
)
def test_what_is_no_address_is_no_link(read, text):
    assert read(f"Text above.\n{text}\n").links == ()


def test_a_mail_of_outlook():
    message = read_fixture("outlook.eml")
    assert (message.subject, message.subject_line) == ("Frühstück am 9.?", 3)
    assert (message.from_name, message.from_email) == ("Jürgen Müller", "juergen.mueller@northwind.example")
    assert (message.greeting, message.greeting_line) == ("Sehr geehrter Herr Huber,", 22)
    assert filled(message, "body") == [
        (24, "wie gestern besprochen: hätten Sie am 9. Zeit für ein kurzes Frühstück in München?")
    ]
    assert message.signature == "Mit freundlichen Grüßen\n\nJürgen Müller\nVertrieb"
    assert message.signature_line == 27
    assert [line for line, _ in filled(message, "disclaimer")] == [32, 33, 34]
    assert [line for line, _ in filled(message, "quoted")] == [36, 37, 38, 39, 41, 42]
    assert message.has_html_part
    assert filled(message, "html")[-1] == (67, "</html>")
    assert targets(message) == [(62, "html", "https://northwind.example/m%C3%BCnchen")]
    assert message.links[0].text == "Frühstück"
    assert {element.tag for element in message.elements} >= {"html", "style", "p", "o:p", "a"}


def test_a_mail_of_gmail():
    message = read_fixture("gmail.eml")
    url = "https://northwind.example/a_(short)?c={{id}}"
    assert (message.from_email, message.reply_to) == ("ana.ruiz@northwind.example", "ana@northwind.example")
    assert (message.greeting, message.greeting_line) == ("Hi {{first_name}},", 13)
    assert filled(message, "body")[0][0] == 13
    assert message.signature.startswith("Ana\n\n--\nAna Ruiz")
    assert [line for line, _ in filled(message, "quoted")] == [24, 25, 27, 28, 29]
    assert targets(message) == [
        (15, "body", url),
        (35, "html", url),
        (36, "html", "www.northwind.example"),
    ]
    image = next(element for element in message.elements if element.tag == "img")
    assert (image.line, image.source) == (37, "https://t.northwind.example/o.gif")


def test_a_newsletter_in_html_only():
    message = read_fixture("newsletter.eml")
    assert message.subject == "🎉 Last chance: Breakfast seminar"
    assert (message.greeting, message.greeting_line) == ("Hello *|FNAME|*,", 29)
    assert filled(message, "signature") == [(34, "Best regards,"), (35, "The Northwind Team")]
    assert [line for line, _ in filled(message, "disclaimer")] == [37, 38, 39, 40, 41]
    assert "miss this" not in visible_text(message)
    assert targets(message) == [
        (26, "body", "*|ARCHIVE|*"),
        (30, "body", "https://northwind.example/seminar"),
        (32, "body", "https://northwind.example/r?utm_source=mail"),
        (41, "disclaimer", "*|UPDATE_PROFILE|*"),
        (41, "disclaimer", "*|UNSUB|*"),
    ]
    assert {"list-unsubscribe", "precedence", "x-mailer"} <= {header.name for header in message.headers}


def test_a_page_is_read(read):
    message = read(
        "<html><head><title>Breakfast?</title></head>\n<body><p>Hi Frank,</p>\n<p>Text of one kind.</p>\n"
        "<p>Best,<br>Ana</p>\n<p style='color:#ccc'>https://x.com or <a href='https://x.com/u'>unsubscribe</a></p></body></html>\n",
        "m.html",
    )
    assert (message.format, message.subject, message.subject_line) == ("html", "Breakfast?", 1)
    assert (message.greeting, message.greeting_line, message.signature_line) == ("Hi Frank,", 2, 4)
    assert targets(message) == [(5, "disclaimer", "https://x.com"), (5, "disclaimer", "https://x.com/u")]
    assert [line.line for line in message.lines if line.part == "html"] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "declared",
    ['<meta charset="shift_jis">', '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'],
)
def test_the_charset_of_a_page_is_honoured(read, declared):
    assert visible_text(read(f"{declared}<p>様子</p>".encode("shift_jis"), "m.html")) == "様子"


def test_a_page_in_utf8_is_read_as_such_whatever_it_declares(read):
    assert visible_text(read('<meta charset="iso-8859-1"><p>Grüße</p>', "m.html")) == "Grüße"


def test_a_page_of_images_is_read(read):
    message = read('<img src="a.png">', "m.html")
    assert visible_text(message) == ""
    assert message.elements[0].source == "a.png"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("m.txt", b"", "is empty"),
        ("m.eml", b"\r\n \n", "is empty"),
        ("m.txt", b"\xef\xbb\xbf\n", "is empty"),
        ("m.txt", b"Subject: x\n\n", "has no body"),
        ("m.md", b"---\nsubject: x\n---\n\n", "has no body"),
        ("m.eml", b"Subject: x\nFrom: a@x.com\n\n", "has no body"),
        ("m.eml", b"Subject: x", "has no body"),
        ("m.eml", b"Subject: x\nContent-Type: application/pdf\n\nJVBERi0=\n", "has no body"),
        ("m.txt", b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        ("m.eml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", r"(.xls, .doc, .msg)"),
        ("m.html", b"\0\1\2\3", "NUL bytes"),
        ("m.docx", b"PK", ".docx cannot be read: a message is .txt, .md, .eml or .html (.htm)"),
        ("m.msg", b"x", "save the message as .eml"),
        ("m", b"x", "has no suffix"),
    ],
)
def test_what_is_no_message_is_refused_in_one_line(read, name, content, reason):
    error = error_of(read, content, name)
    assert reason in error
    assert error.startswith(f"{name}: ")
    assert "\n" not in error


def test_a_path_that_is_no_file_is_refused(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "gone.md")
    for name, reason in {
        "folder.txt": "is a folder",
        "link.md": "does not exist",
        "missing.txt": "does not exist",
        "nul\0.txt": "has a name that no file can have",
    }.items():
        with pytest.raises(InputError, match=reason):
            read_message(tmp_path / name, name, "a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.eml")
    with pytest.raises(InputError, match="is no regular file but a pipe or device"):
        read_message(tmp_path / "pipe.eml", "pipe.eml", "a")


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "m.txt"
    path.write_text("Hi")

    def refuse(*_args, **_keywords):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"m\.txt: may not be read: check its permissions"):
        read_message(path, "m.txt", "a")


def test_a_file_too_big_for_a_message_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("sigcheck.inputs.message.MAX_BYTES", 10)
    path = tmp_path / "m.txt"
    path.write_text("x" * 11)
    with pytest.raises(InputError, match="is bigger than"):
        read_message(path, "m.txt", "a")


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=200), name=st.sampled_from(["m.eml", "m.txt", "m.html"]))
def test_no_bytes_raise_anything_but_an_input_error(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    try:
        message = read_message(path, name, "a")
    except InputError:
        return
    assert all(line.line >= 1 for line in message.lines)


PIECES = st.sampled_from(
    [
        "Subject: x\n", "Content-Type: multipart/alternative; boundary=b\n", "Content-Type: text/html\n", "\n",
        "--b\n", "--b--\n", "Hi Frank,\n", "Best,\nAna\n", "<p>Hi <a href='https://x.com'>https://x.com</a>\n",
        "On 1 Dec, Frank wrote:\n", "> x\n", "---\n", "-- \n", "unsubscribe\n", "P.S. x\n", "<![foo[\n", "{{a", "*|",
        "](", "[", "=\n", "From: <\n", "\u3042様\n", "Von: x\nGesendet: y\nBetreff: z\n", "____\n",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(content=st.lists(PIECES, max_size=16).map("".join), name=st.sampled_from(["m.eml", "m.txt", "m.html", "m.md"]))
def test_no_message_is_too_broken(tmp_path_factory, content, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_text(content)
    try:
        message = read_message(path, name, "a")
    except InputError:
        return
    last = content.count("\n") + 1
    assert all(1 <= line.line <= last for line in message.lines)
    assert all(1 <= link.line <= last and link.column >= 1 for link in message.links)
