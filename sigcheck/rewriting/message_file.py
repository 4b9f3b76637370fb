"""Changes to a message file, whatever its format; all else in it stays byte for byte."""

from __future__ import annotations

import re

from sigcheck.inputs.encoding import decode_text
from sigcheck.rewriting.mail import change_mail
from sigcheck.rewriting.message_changes import MessageChanges, parted, replaced, split_with_ends
from sigcheck.rewriting.text_file import decode_exactly
from sigcheck.rewriting.yaml_file import with_scalar

_CODECS = {"windows-1252": "cp1252"}


def change_message(data: bytes, suffix: str, changes: MessageChanges) -> bytes:
    """Return a message after changes to it. Raises ValueError where they cannot be made."""
    if suffix == ".eml":
        return change_mail(data, changes)
    encoding = decode_text(data).encoding
    file = decode_exactly(data, _CODECS.get(encoding, encoding))
    lines = split_with_ends(file.text)
    newline = next((end for _, end in map(parted, lines) if end), "\n")
    for number, replacements in changes.lines.items():
        text, end = parted(lines[number - 1])
        new = replaced(text, replacements, end or newline)
        lines[number - 1] = "" if new is None else new + end
    text = "".join(lines)
    if changes.subject is not None:
        text = _with_subject(text, *changes.subject)
    try:
        return file.with_text(text)
    except UnicodeEncodeError:
        raise ValueError(f"the file is {encoding}, which does not have all letters: save it as UTF-8") from None


def _with_subject(text: str, old: str, new: str) -> str:
    """Return a text file with another subject, in front matter or in a header line."""
    front = re.match(r"(\s*---[ \t]*(?:\r?\n|\r))(.*?)^(?:---|\.\.\.)[ \t]*$", text, re.DOTALL | re.MULTILINE)
    if front is not None:
        block = front[2]
        key = re.search(r"^(subject)[ \t]*:", block, re.IGNORECASE | re.MULTILINE)
        if key is not None:
            return text[: front.start(2)] + with_scalar(block, (key[1],), new) + text[front.end(2) :]
    header = re.search(r"^(subject[ \t]*:[ \t]*)([^\r\n]*(?:(?:\r\n|\r|\n)[ \t]+[^\r\n]+)*)", text, re.I | re.M)
    if header is None or " ".join(header[2].split()) != " ".join(old.split()):
        raise ValueError("the subject does not stand in the file as it is read")
    return text[: header.start(2)] + new + text[header.end(2) :]
