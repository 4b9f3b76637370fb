import pytest

from sigcheck.facts.segments import segment_key


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("country", "US", "United States"),
        ("country", "usa", "U.S.A."),
        ("country", "Deutschland", "Germany"),
        ("country", "Atlantis", "ATLANTIS"),
        ("owner", "Ana Ruiz", "Ruiz, Ana"),
        ("owner", "Ana.Ruiz@northwind.com", "ana.ruiz@northwind.com"),
        ("user_group", "Chicago Users", "chicago-users"),
        ("user_group", "São Paulo", "Sao  Paulo"),
        ("language", "EN", "en"),
    ],
)
def test_spellings_of_one_value_share_a_key(field, one, other):
    assert segment_key(field, one) == segment_key(field, other)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("country", "Niger", "Nigeria"),
        ("country", "England", "United Kingdom"),
        ("country", "England", "Scotland"),
        ("user_group", "C", "C++"),
        ("user_group", "C++", "C#"),
        ("user_group", "V1.1", "V11"),
        ("user_group", "-", "--"),
        ("language", "en", "en-US"),
    ],
)
def test_other_values_do_not(field, one, other):
    assert segment_key(field, one) != segment_key(field, other)


def test_a_region_belongs_to_its_country():
    assert segment_key("region", "WA", "US") == segment_key("region", "Washington", "US")
    assert segment_key("region", "WA", "US") != segment_key("region", "WA", "AU")
    assert segment_key("region", "WA", None) != segment_key("region", "WA", "US")
