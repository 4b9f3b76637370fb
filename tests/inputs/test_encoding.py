import pytest
from hypothesis import given
from hypothesis import strategies as st

from sigcheck.inputs.encoding import DecodedText, decode_as, decode_text, find_codec


@pytest.mark.parametrize(
    ("data", "text", "encoding", "had_bom"),
    [
        (b"", "", "utf-8", False),
        (b"plain", "plain", "utf-8", False),
        ("Jörg – 様".encode(), "Jörg – 様", "utf-8", False),
        ("Jörg".encode("utf-8-sig"), "Jörg", "utf-8", True),
        (b"\xff\xfe" + "Jörg\r\n".encode("utf-16-le"), "Jörg\r\n", "utf-16-le", True),
        (b"\xfe\xff" + "Jörg 様".encode("utf-16-be"), "Jörg 様", "utf-16-be", True),
        (
            "email,name\njörg@acme.com,Jörg\n".encode("utf-16-le"),
            "email,name\njörg@acme.com,Jörg\n",
            "utf-16-le",
            False,
        ),
        ("email,name\n".encode("utf-16-be"), "email,name\n", "utf-16-be", False),
        ("Müller, €5 “quoted”".encode("cp1252"), "Müller, €5 “quoted”", "windows-1252", False),
        (b"caf\xe9", "café", "windows-1252", False),
        (b"M\xfcller \x81", "Müller \ufffd", "windows-1252", False),
    ],
)
def test_the_encoding_is_found(data, text, encoding, had_bom):
    assert decode_text(data) == DecodedText(text, encoding, had_bom)


def test_utf8_with_a_stray_byte_stays_utf8():
    decoded = decode_text("Jürgen Müller, Łódź ".encode() + b"\xff" + "Ångström".encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text == "Jürgen Müller, Łódź \ufffdÅngström"


def test_windows_1252_that_happens_to_hold_a_utf8_sequence_stays_windows_1252():
    decoded = decode_text("„MENÜ“ für Jörg Müller".encode("cp1252"))
    assert decoded.text == "„MENÜ“ für Jörg Müller"


def test_utf8_cut_in_the_middle_of_a_letter_keeps_the_rest():
    assert decode_text("für Łódź 様".encode()[:-1]).text == "für Łódź \ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"%PDF-1.7 no nul here", "a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"\.msg"),
        (b"text with \0 one nul", "NUL bytes"),
        (bytes(range(256)) * 4, "NUL bytes"),
        (b"\xff\xfe\0\0a\0\0\0", "NUL bytes"),
    ],
)
def test_binary_data_is_refused_with_the_reason(data, reason):
    with pytest.raises(ValueError, match=reason):
        decode_text(data)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"\x93caf\xe9\x94", "iso-8859-1", "“café”"),
        (b"\x93caf\xe9\x94", "utf-8", "“café”"),
        (b"caf\x82", "cp-850", "café"),
        (b"caf\xe9", "unknown-8bit", "café"),
        (b"caf\xe9", "x-no-such-thing", "café"),
        (b"caf\xe9", None, "café"),
        ("様".encode(), "us-ascii", "æ§˜"),
        ("様".encode(), None, "様"),
        ("様子".encode("shift_jis"), "Shift_JIS", "様子"),
        ("様子".encode("iso2022_jp"), '"ISO-2022-JP"', "様子"),
        ("简体".encode("gb18030"), "GB2312", "简体"),
        (b"abcd", "base64", "abcd"),
        (b"abcd", "rot13", "abcd"),
        (b"ab\\u00e9", "unicode_escape", "ab\\u00e9"),
        (b"abcd", "utf\0-8", "abcd"),
        ("\ufeffHi".encode(), "utf-8", "Hi"),
        ("Hi €".encode("utf-16"), "utf-16", "Hi €"),
    ],
)
def test_a_declared_charset_is_honoured_unless_it_cannot_be(data, charset, text):
    assert decode_as(data, charset) == text


@pytest.mark.parametrize("charset", [None, "", "punycode", "idna", "x-nope", "undefined"])
def test_what_is_no_charset_has_no_codec(charset):
    assert find_codec(charset) is None


@given(st.binary(max_size=60), st.one_of(st.none(), st.text(max_size=12)))
def test_a_declared_charset_never_makes_decoding_fail(data, charset):
    assert isinstance(decode_as(data, charset), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_all_utf8_text_comes_back_as_it_was(text):
    if not any(text.encode().startswith(start) for start in (b"%PDF-", b"GIF8", b"PAR1", b"PK\x03\x04", b"\x1f\x8b")):
        assert decode_text(text.encode()).text == text
