import pytest

from sigcheck.facts.spintax import count_variations, expand_spintax, has_spintax


@pytest.mark.parametrize(
    ("text", "variations"),
    [
        ("{Hi|Hello|Hey} Frank", ["Hi Frank", "Hello Frank", "Hey Frank"]),
        ("{a|b} {c|d}", ["a c", "a d", "b c", "b d"]),
        ("{Hello|Good {morning|day}}", ["Hello", "Good morning", "Good day"]),
        ("{Hi|}!", ["Hi!", "!"]),
        ("{Hi|Hi}!", ["Hi!"]),
        ("{Hi {{first_name}}|Hello}, {{company}}", ["Hi {{first_name}}, {{company}}", "Hello, {{company}}"]),
        ("{Hello|Hi {{first_name}}}", ["Hello", "Hi {{first_name}}"]),
        ('{Hi {{ a | default: "x" }}|Hey}', ['Hi {{ a | default: "x" }}', "Hey"]),
        ("{{random|Hi|Hello {{first_name}}}} there", ["Hi there", "Hello {{first_name}} there"]),
        ("{{RANDOM | Hi | Hey }}", [" Hi ", " Hey "]),
        ("{one\nline|two}", ["one\nline", "two"]),
        ("{company|firm}", ["company", "firm"]),
        ("{x} {a|b}", ["{x} a", "{x} b"]),
        ("{Hi|Hello", ["{Hi|Hello"]),
        ("Hi|Hello}", ["Hi|Hello}"]),
        ("{a|{b}", ["{a|{b}"]),
        ("", [""]),
    ],
)
def test_spintax_is_expanded_in_reading_order(text, variations):
    assert expand_spintax(text) == variations


@pytest.mark.parametrize(
    "text",
    [
        *(
            '{{ a | default: "x" }}',
            "{{first_name|there}}",
            "{{FirstName||there}}",
            "{{ a | upcase }}",
            "{!Contact.X, a}",
        ),
        *("*|FNAME|Friend|*", "*|IF:FNAME|*a*|ELSE:|*b*|END:IF|*", "{% if a || b %}c{% endif %}", "{first_name|there}"),
        *(
            "{contactfield=firstname|you}",
            "[[first_name|Reader]]",
            "a | b | c",
            "{a}",
            "{}",
            "Hi Frank",
            "{{{a}}} | {b}",
        ),
    ],
)
def test_merge_tags_and_bars_are_no_spintax(text):
    assert not has_spintax(text)
    assert count_variations(text) == 1
    assert expand_spintax(text) == [text]


@pytest.mark.parametrize(("text", "count"), [("{a|b} {c|d|e}", 6), ("{a|b{c|d}}", 3), ("{a|b|c}" * 40, 3**40)])
def test_combinations_are_counted(text, count):
    assert has_spintax(text)
    assert count_variations(text) == count


def test_a_limit_is_kept_and_what_is_shown_is_spread_over_all():
    text = "{a|b|c} {d|e} {f|g|h|i} {j|k}"
    shown = expand_spintax(text, 6)
    assert len(shown) == len(set(shown)) == 6
    for options in ("abc", "de", "fghi", "jk"):
        assert len({option for option in options if any(option in words.split() for words in shown)}) >= 2
    assert shown == expand_spintax(text, 6)


def test_huge_spintax_is_not_enumerated():
    assert len(set(expand_spintax("{a|b|c|d}" * 500))) == 20


@pytest.mark.parametrize("piece", ["{", "{a|", "}", "{{", "{a|b}", "{a|b", "|"])
@pytest.mark.usefixtures("without_end_is_a_failure")
def test_hostile_text_is_read_in_linear_time(piece):
    text = piece * (40_000 // len(piece))
    expand_spintax(text)


def test_braces_nested_beyond_reason_are_text():
    text = "{" * 50 + "a|b" + "}" * 50
    assert expand_spintax(text)
