"""Damage that text suffers on its way through files: wrong decoding, HTML entities, stray characters."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_CONTINUATION = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
SUSPICIOUS = (
    f"[Â-ß][{_CONTINUATION}]|[à-ï][{_CONTINUATION}]{{2}}|[\u0080-\u009f\ufffd]"
    "|(?:[РС][\u00a0-\u00bf\u0402-\u040f\u0451-\u045f‚ѓ„…†‡€‰‹‘’“”•–—™›№]){2}"
    "|&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});"
)
"""Regular expression (RE2, Java, Python): text that may have been decoded wrongly; `mojibake_fix` judges it."""

_FORMULA = "^[=@] *[^ =@]|^[+-] *[^ 0-9+.,()/-]"
_INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_CONTROL = "\x01-\x1f\u007f-\u009f\u2028\u2029"
_SPACE = " \u00a0\u2000-\u200a\u202f\u3000"
_NUL = "[^\x01-\U0010ffff]"  # so written because SQL literals cannot hold the character itself
STRAY = f"{_NUL}|^[{_SPACE}]|[{_SPACE}]$|[{_SPACE}]{{2}}|[{_CONTROL}{_INVISIBLE}]|{_FORMULA}"
"""Regular expression (RE2, Java, Python): text that may hold stray characters; `stray_characters` judges it."""

_NAMES = {
    "\t": "a tab",
    "\n": "a line break",
    "\r": "a line break",
    "\u2028": "a line break",
    "\u2029": "a line break",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
}
_LATIN_TEXT = re.compile("[ -~À-ÿ\u1ea0-\u1ef9]+")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JOINER_AT_WORK = re.compile("[\u0600-\u0dff\u0e00-\u1cff\ua800-\uabff\ufe0f\U0001f000-\U0001faff][\u200c\u200d]+(?=.)")
"""Joiners that Persian, Indic scripts and emoji need."""

_HIDDEN_OR_JOINER = re.compile(
    f"(?P<joiner>{_JOINER_AT_WORK.pattern})|(?P<hidden>[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_INVISIBLE}]|{_NUL})"
)
"""Characters that show nothing, and not even space; joiners at work are kept."""

_SIGNED_NAME = re.compile(r"[=@+-] *(?=[^\W\d_](?:[^\W\d_]|[ .'’-])*$)")
"""The sign before a name, and nothing but a name."""


@cache
def _suspicious() -> re.Pattern[str]:
    return re.compile(SUSPICIOUS)


@cache
def _stray() -> re.Pattern[str]:
    return re.compile(STRAY)


@cache
def _fixer_settings() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=True,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )


def mojibake_fix(text: str | None) -> str | None:
    """Return the repaired form of wrongly decoded text (`JosÃ©`) or of HTML entities; None where text is sound.

    Text that lost letters (U+FFFD) cannot be repaired and comes back with the marks of the loss in it, so that a
    result other than None always means damage.
    """
    if not text or (text.isalpha() and text.isascii()) or not _suspicious().search(text):
        return None
    from ftfy import fix_text

    fixed = fix_text(text, _fixer_settings())
    if fixed == text:
        fixed = _decoded_again(text)
    return fixed if fixed != text or "\ufffd" in text else None


def _decoded_again(text: str) -> str:
    """Return `text` read as UTF-8 where that gives Latin letters only: short names that ftfy leaves as ambiguous."""
    import ftfy.bad_codecs  # noqa: F401  # registers the codec

    try:
        decoded = text.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return text
    return decoded if _LATIN_TEXT.fullmatch(decoded) else text


def stray_characters(text: str | None) -> str | None:
    """Return what is stray in `text`, in a few words; None where nothing is.

    Found are space at the ends or doubled, control, zero-width and bidirectional characters, and a cell that a
    spreadsheet would run as a formula (numbers and phone numbers with a sign are none).
    """
    if not text or not _stray().search(text):
        return None
    for problem in (_formula(text), _hidden(text), _misplaced_space(text)):
        if problem is not None:
            return problem
    return None


def without_stray_characters(text: str, *, is_prose: bool = False) -> str | None:
    """Return `text` without what is stray in it; None where it is a formula, and nothing says what it should show.

    Of a formula that is but a sign before a name (`=Ana`) the sign goes. Prose keeps its lines and the spaces between
    its sentences.
    """
    if re.match(_FORMULA, text):
        signed = _SIGNED_NAME.match(text)
        if signed is None:
            return None
        text = text[signed.end() :]
    text = _HIDDEN_OR_JOINER.sub(lambda match: match["joiner"] or ("" if match["hidden"] else match[0]), text)
    if is_prose:
        return re.sub("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]", "\n", text).strip(_SPACE)
    return " ".join(text.split())


def _formula(text: str) -> str | None:
    return f'"{text[0]}" at the start, which a spreadsheet runs as a formula' if re.match(_FORMULA, text) else None


def _hidden(text: str) -> str | None:
    text = _JOINER_AT_WORK.sub("", text)
    match = re.search(f"[{_CONTROL}{_INVISIBLE}]|{_NUL}", text)
    if match is None:
        return None
    character = match.group()
    if _BIDI.match(character):
        return f"a text-direction mark (U+{ord(character):04X})"
    kind = "an invisible" if re.match(f"[{_INVISIBLE}]", character) else "a control"
    return _NAMES.get(character, f"{kind} character (U+{ord(character):04X})")


def _misplaced_space(text: str) -> str | None:
    if re.match(f"[{_SPACE}]", text):
        return "a space at the start"
    if re.search(f"[{_SPACE}]$", text):
        return "a space at the end"
    return "a doubled space" if re.search(f"[{_SPACE}]{{2}}", text) else None
