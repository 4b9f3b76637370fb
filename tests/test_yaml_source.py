import os
import threading
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
import yaml

from sigcheck import yaml_values
from sigcheck.errors import InputError
from sigcheck.yaml_source import parse_yaml, read_yaml


@pytest.fixture(params=["C parser", "Python parser"])
def parser(request, monkeypatch):
    if request.param == "Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML is built without its parser in C")
    yaml_values.loader_class.cache_clear()
    yield request.param
    yaml_values.loader_class.cache_clear()


def parse(text):
    return parse_yaml(text, Path("plan.yaml"), "plan.yaml")


def mistakes_in(text):
    with pytest.raises(InputError) as raised:
        parse(text)
    return str(raised.value)


def mistake_of_file(path):
    with pytest.raises(InputError) as raised:
        read_yaml(path, "plan.yaml")
    return str(raised.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("off", "off"),
        ("on", "on"),
        ("y", "y"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("9:30", "9:30"),
        ("09:10", "09:10"),
        ("190:20:30.15", "190:20:30.15"),
        ("09:00-17:00", "09:00-17:00"),
        ("02134", "02134"),
        ("+4915112345", 4915112345),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("40", 40),
        ("-3", -3),
        ("0.5", 0.5),
        (".5", 0.5),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("1e5", "1e5"),
        ("~", None),
        ("null", None),
        ("", None),
        ("=", "="),
        ("2026-12-01", date(2026, 12, 1)),
        ("2026-12-01 09:10:00", datetime(2026, 12, 1, 9, 10)),
        ("2026-12-01T09:10:00Z", datetime(2026, 12, 1, 9, 10, tzinfo=timezone.utc)),
        ("2026-12-01 09:10", "2026-12-01 09:10"),
        ("2026-12-24/2027-01-02", "2026-12-24/2027-01-02"),
        ("2026-02-30", "2026-02-30"),
        ("2026-12-01 25:10:00", "2026-12-01 25:10:00"),
        ("'2026-12-01'", "2026-12-01"),
        ("!!str 2026", "2026"),
        ("Grüße 👋", "Grüße 👋"),
    ],
)
def test_plain_values_are_what_they_look_like(parser, written, value):
    found = parse(f"a: {written}\n").data["a"]
    assert found == value
    assert type(found) is type(value)


def test_a_number_too_long_to_convert_stays_text():
    assert parse("a: " + "9" * 5000).data["a"] == "9" * 5000


def test_keys_are_text_as_written(parser):
    assert parse("on: 1\nNO: 2\n2026-01-01: 3\n7: 4\ntrue: 5\n").data == {
        "on": 1,
        "NO": 2,
        "2026-01-01": 3,
        "7": 4,
        "true": 5,
    }


def test_positions_count_from_one(parser):
    source = parse("name: x\nlist:\n  - {file: ä, name: b}\n  - c\nblock:\n  inner:\n    deep: 'y'\n")
    assert source.position(("name",)) == (1, 7)
    assert source.position(("list",)) == (2, 1)
    assert source.position(("list", 0)) == (3, 5)
    assert source.position(("list", 0, "name")) == (3, 21)
    assert source.key_position(("list", 0, "name")) == (3, 15)
    assert source.position(("list", 1)) == (4, 5)
    assert source.position(("block", "inner", "deep")) == (7, 11)
    assert source.position(("block", "inner")) == (6, 3)


def test_position_of_what_is_absent_is_that_of_the_nearest_value_around_it():
    source = parse("# a comment\nname: x\nblock:\n  inner: y\nlist: [a]\n")
    assert source.position(()) == (2, 1)
    assert source.position(("absent",)) == (2, 1)
    assert source.position(("block", "absent", "deeper")) == (3, 1)
    assert source.position(("block", "inner", "deeper")) == (4, 10)
    assert source.position(("name", 0)) == (2, 7)
    assert source.position(("list", 5)) == (5, 7)
    assert source.position(("list", -1)) == (5, 7)
    assert source.position(("list", "name")) == (5, 7)


def test_a_mistake_is_placed_at_the_value_or_at_the_key():
    source = parse("name: x\nother: y\n")
    assert str(source.mistake(("other",), "is wrong")) == "plan.yaml:2:8: is wrong"
    assert str(source.mistake(("other",), "is unknown", at_key=True)) == "plan.yaml:2:1: is unknown"


def test_aliases_and_merge_keys_are_resolved(parser):
    source = parse(
        "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\nuse:\n  <<: [*base, *other]\n  a: 9\nsame: *base\n"
    )
    assert source.data["use"] == {"a": 9, "b": 2, "c": 4}
    assert source.data["same"] == {"a": 1, "b": 2}
    assert source.position(("use", "a")) == (5, 6)
    assert source.position(("use", "b")) == (1, 23)
    assert source.position(("use", "c")) == (2, 25)


def test_a_merge_key_needs_a_mapping():
    assert mistakes_in("a: &a [1]\nb:\n  <<: *a\n").startswith("plan.yaml:1:4: '<<' takes in the keys of a mapping")


def test_duplicate_keys_are_named_with_both_lines_all_at_once(parser):
    text = "name: x\nsender: {email: a, email: b}\nname: y\n"
    assert mistakes_in(text).splitlines() == [
        "plan.yaml:2:20: email: is already given in line 2: keep one of the two",
        "plan.yaml:3:1: name: is already given in line 1: keep one of the two",
    ]


def test_billion_laughs_are_refused(parser):
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "aliases repeat more than 10,000 values" in mistakes_in("\n".join(lines))


def test_merge_key_bombs_are_refused():
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "aliases repeat more than 10,000 values" in mistakes_in("\n".join(lines))


def test_an_alias_of_itself_is_refused(parser):
    assert "aliases refer to themselves" in mistakes_in("a: &a [*a]\n")
    assert "aliases refer to themselves" in mistakes_in("a: &a\n  <<: *a\n")


def test_a_long_chain_of_aliases_is_refused():
    chain = "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 3000))
    assert "nest more than 100 levels deep" in mistakes_in("a0: &a0 []\n" + chain)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 500_000,
        "a: " + "{a: " * 100_000,
        "- " * 400_000 + "x",
        "".join(" " * depth + "a:\n" for depth in range(1000)),
    ],
)
def test_deep_nesting_is_refused_before_it_exhausts_the_stack(text):
    assert "is nested more than 100 levels deep" in mistakes_in(text)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", "!!python/object/apply:os.system"),
        ("a: !!python/name:os.system x\n", "!!python/name:os.system"),
        ("a: !!binary aGk=\n", "!!binary"),
        ("a: !!set {b, c}\n", "!!set"),
        ("a: !!int 1:30\n", "!!int"),
        ("a: !mine b\n", "!mine"),
        ("!!omap [a: 1]\n", "!!omap"),
    ],
)
def test_tags_are_refused(parser, text, tag):
    found = mistakes_in(text)
    assert found.startswith("plan.yaml:1:")
    assert f"the tag {tag} is not allowed" in found


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("a: b: c\n", "1:5: a text that holds ': ' needs quotes around it"),
        ("subject: Re: lunch\n", "1:12: a text that holds ': ' needs quotes around it"),
        ("a: 1\n  b: 2\n", "2:4: the line is indented deeper than the lines above allow"),
        ("a:\n    b: 1\n  c: 2\n", "3:3: the line does not line up with the lines above: check its indentation"),
        ("a:\n\tb: 1\n", "2:1: the line is indented with a tab: use spaces"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1: the line is indented with a tab: use spaces"),
        ("a: @x\n", "1:4: a text that begins with '@' needs quotes around it"),
        ("a: `x`\n", "1:4: a text that begins with '`' needs quotes around it"),
        ("a: %%first_name%%\n", "1:4: a text that begins with '%' needs quotes around it"),
        ("a: *|FNAME|*, hi\n", "a text that begins with '*' needs quotes around it"),
        ("a: &\n", "a text that begins with '&' needs quotes around it"),
        ("a: *who\n", "1:4: this alias (*…) stands for nothing"),
        ("a: {{first_name}}, hi\nb: 1\n", "text follows after the closing quote or bracket"),
        ("a: 'it's'\n", "1:8: text follows after the closing quote or bracket"),
        ("a: {{first_name}}\n", "a key must be plain text: put quotes around a text that begins with '{' or '['"),
        ("a: 'x\nb: 1\n", "1:4: the quote (') opened here is never closed"),
        ('a: "x\nb: 1\n', '1:4: the quote (") opened here is never closed'),
        ('a: "\\q"\n', "a backslash in double quotes begins an escape: use single quotes"),
        ("a: [1, 2\nb: 3\n", "2:2: the '[' of line 1 is not closed, or a comma is missing"),
        ("a: {b: 1\nc: 2\n", "2:2: the '{' of line 1 is not closed, or a comma is missing"),
        ("a: {b: {c: local[2]}}\n", "a text inside brackets that holds '[' needs quotes around it"),
        ("a: - b\n", "1:4: a list that begins with '- ' starts on the line below its key"),
        ("a: 1\nb\nc: 2\n", "line 2 is neither `key: value` nor part of the text above it"),
        ("- a\nb: 1\n", "2:1: the line does not line up"),
        ("a: >x\n  b\n", "a text after '|' or '>' starts on the line below"),
        ("a: ]\n", "1:4: ']' has no place here"),
        ("a: !x!y b\n", "1:4: a text that begins with '!' needs quotes around it"),
        ("a: {!Contact.FirstName}\n", "a text that begins with '!' needs quotes around it"),
        ("%YAML 9.9\n---\na: 1\n", "only YAML 1.1 and 1.2 are read"),
    ],
)
def test_broken_yaml_is_explained_in_one_line(parser, text, mistake):
    found = mistakes_in(text)
    assert mistake in found
    assert found.startswith("plan.yaml:")
    assert "\n" not in found


def test_two_documents_are_refused(parser):
    assert mistakes_in("a: 1\n---\nb: 2\n") == "plan.yaml:2:1: a second document begins here: keep one in a file"


def test_one_document_may_begin_and_end_with_markers(parser):
    assert parse("---\na: 1\n...\n").data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "plan.yaml: holds nothing: fill it in"),
        (" \n\n", "plan.yaml: holds nothing: fill it in"),
        ("# only this\n", "plan.yaml: holds nothing but comments: fill it in"),
        ("- a\n- b\n", "plan.yaml:1:1: must consist of keys and values, such as `name: …`"),
        ("just text\n", "plan.yaml:1:1: must consist of keys and values, such as `name: …`"),
    ],
)
def test_a_file_must_hold_a_mapping(parser, text, mistake):
    assert mistakes_in(text) == mistake


def test_reads_a_file_with_byte_order_mark_and_windows_line_ends(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: Gr\xc3\xbc\xc3\x9fe\r\nlist:\r\n  - a\r\n")
    source = read_yaml(path, "plan.yaml")
    assert source.data == {"name": "Grüße", "list": ["a"]}
    assert source.position(("list", 0)) == (3, 5)
    assert (source.path, source.label) == (path, "plan.yaml")


def test_reads_only_up_to_a_mark(tmp_path):
    path = tmp_path / "rule.yaml"
    path.write_text("code: ORG001\nexamples:\n  - {{ broken\n")
    assert read_yaml(path, "rule.yaml", until="\nexamples:").data == {"code": "ORG001"}


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ("name: x\n".encode("utf-16"), "plan.yaml: is UTF-16: save it as UTF-8"),
        ("name: Köln\nb: ß".encode("latin-1"), "plan.yaml:1:8: is not UTF-8 from here on: save it as UTF-8"),
        (b"\xef\xbb\xbfa: \xfc\n", "plan.yaml:1:4: is not UTF-8 from here on: save it as UTF-8"),
        (b"PK\x03\x04\0\0", "plan.yaml: is not text, as it holds NUL bytes: is it the right file?"),
        (b"a: 1\nb: \x07\n", "plan.yaml:2:4: holds the control character (U+0007): delete it"),
        (b"a: " + b"x" * 1_000_000, "plan.yaml: is bigger than 1 MB: is it the right file?"),
        (b"", "plan.yaml: holds nothing: fill it in"),
    ],
)
def test_refuses_what_is_not_utf_8_text(tmp_path, content, mistake):
    path = tmp_path / "plan.yaml"
    path.write_bytes(content)
    assert mistake_of_file(path) == mistake


def test_refuses_what_is_not_a_file(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    assert mistake_of_file(tmp_path / "absent") == "plan.yaml: does not exist: check its path"
    assert mistake_of_file(tmp_path / "absent" / "plan.yaml") == "plan.yaml: does not exist: check its path"
    assert mistake_of_file(tmp_path) == "plan.yaml: is a folder: name the file in it"
    assert mistake_of_file(tmp_path / "link") == "plan.yaml: is a link to a file that does not exist: mend the link"
    assert mistake_of_file(tmp_path / ("x" * 5000)).startswith("plan.yaml: cannot be read: file name too long")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_does_not_wait_for_a_named_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found = []
    reader = threading.Thread(target=lambda: found.append(mistake_of_file(pipe)), daemon=True)
    reader.start()
    reader.join(timeout=5)
    assert found == ["plan.yaml: is no regular file but a pipe or device: name a file"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs devices")
def test_refuses_a_device():
    assert mistake_of_file(Path("/dev/null")) == "plan.yaml: is no regular file but a pipe or device: name a file"


def test_says_that_permission_is_denied(tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_text("a: 1\n")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert mistake_of_file(path) == "plan.yaml: may not be read: check its permissions"


def test_a_key_cannot_steer_the_terminal():
    assert "\x1b" not in mistakes_in('"\\e[31m": 1\n"\\e[31m": 2\n')
