import duckdb
import pytest

from sigcheck.facts.stray_text import STRAY, SUSPICIOUS, mojibake_fix, stray_characters


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("JosÃ©", "José"),
        ("MÃ¼ller", "Müller"),
        ("FranÃ§ois", "François"),
        ("Ã…se", "Åse"),
        ("Nguyá»…n", "Nguyễn"),
        ("Ð˜Ð²Ð°Ð½", "Иван"),
        ("РЎРµСЂРіРµР№", "Сергей"),
        ("O&#39;Neil", "O'Neil"),
        ("M&amp;M", "M&M"),
        ("Mac&iacute;as", "Macías"),
        ("Jos\ufffd", "Jos\ufffd"),
    ],
)
def test_wrong_decoding_is_repaired(text, fixed):
    assert mojibake_fix(text) == fixed
    assert _matches(SUSPICIOUS, text)


SOUND_TEXT_IS_LEFT_ALONE = (
    "José|JOÃO|SÃO|ANDRÉ’S|AT&T; Inc|Сергей|GUIMARÃES|L’ÉCOLE|Ñandú|R&D;|J&B|CAFÉ – BAR|İstanbul|山田|O’Neil|“Bob”|"
)


@pytest.mark.parametrize("text", [*SOUND_TEXT_IS_LEFT_ALONE.split("|"), None])
def test_sound_text_is_left_alone(text):
    assert mojibake_fix(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Frank ", "a space at the end"),
        (" Frank", "a space at the start"),
        ("Frank\u00a0", "a space at the end"),
        ("Fr  ank", "a doubled space"),
        ("Fra\u200bnk", "a zero-width space"),
        ("\ufeffFrank", "a byte order mark"),
        ("Fra\u200dnk", "a zero-width joiner"),
        ("Fra\tnk", "a tab"),
        ("Frank\nSmith", "a line break"),
        ("Fra\x00nk", "a control character (U+0000)"),
        ("\u202eFrank", "a text-direction mark (U+202E)"),
        ("=1+1", '"=" at the start, which a spreadsheet runs as a formula'),
        ("@Frank", '"@" at the start, which a spreadsheet runs as a formula'),
        ("-Frank", '"-" at the start, which a spreadsheet runs as a formula'),
        ("+cmd|' /C calc'!A0", '"+" at the start, which a spreadsheet runs as a formula'),
    ],
)
def test_stray_characters(text, problem):
    assert stray_characters(text) == problem
    assert _matches(STRAY, text)


TEXT_WITHOUT_STRAY_CHARACTERS = "Frank|Jean Luc|+49 30 1234|+1 (555) 1234|-5|-|علی\u200cرضا|श्रेष्\u200dठ|👨\u200d👩|"


@pytest.mark.parametrize("text", [*TEXT_WITHOUT_STRAY_CHARACTERS.split("|"), None])
def test_text_without_stray_characters(text):
    assert stray_characters(text) is None


def _matches(pattern, text):
    return duckdb.connect().execute("SELECT regexp_matches(?, ?)", [text, pattern]).fetchone()[0]
