import base64
import hashlib

import pytest

from sigcheck.facts.link_targets import link_pieces

ADDRESS = "dana.lee@acme.com"


def names(url):
    return [piece.name for piece in link_pieces(url) if piece.name]


def addresses(url):
    return [piece.address for piece in link_pieces(url) if piece.address]


def fields(url):
    return [field for piece in link_pieces(url) for field in piece.fields]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://acme.com/a?utm_source=x&UTM_Medium=mail#top", ["utm_source", "utm_medium"]),
        ("https://acme.com/?a=1&amp;b=2;c=3", ["a", "b", "c"]),
        ("www.acme.com/x?a=1", ["a"]),
        ("https://acme.com/#/page?a=1", ["a"]),
        ("https://acme.com/a=b/c", ["a"]),
        ("https://acme.com/pricing", []),
        ("mailto:optout@northwind.com?subject=unsubscribe", ["subject"]),
        ("#", []),
        ("", []),
    ],
)
def test_parameters_are_named_in_lower_case(url, expected):
    assert names(url) == expected


def test_an_empty_parameter_tells_nothing():
    assert list(link_pieces("https://acme.com?e=&f=")) == []


@pytest.mark.parametrize(
    "url",
    [
        f"https://acme.com/u?e={ADDRESS}",
        "https://acme.com/u?e=Dana.Lee%40ACME.com",
        f"https://acme.com/u/{ADDRESS}",
        f"https://acme.com/u/{base64.b64encode(ADDRESS.encode()).decode()}",
        f"https://acme.com/u/{base64.urlsafe_b64encode(ADDRESS.encode()).decode().rstrip('=')}",
        f"https://acme.com/u?p={base64.b64encode(b'{%d: 1, to: dana.lee@acme.com}').decode().replace('=', '%3D')}",
        f"https://acme.com/u#{ADDRESS.encode().hex()}",
        f"mailto:optout@northwind.com?subject=Unsubscribe%20{ADDRESS}",
        f"mailto:optout@northwind.com?subject=unsubscribe&body=I+am+{ADDRESS}",
    ],
)
def test_an_address_is_found_in_every_disguise(url):
    assert addresses(url) == [ADDRESS]


@pytest.mark.parametrize(
    "url",
    [
        "mailto:optout@northwind.com",
        "https://ana@northwind.com/u",
        "https://medium.com/@dana/pallets",
        "https://acme.com/u?c=8f14e45fceea167a5a36dedd4bea2543",
        "https://acme.com/u/dGhpcyBpcyBubyBhZGRyZXNz",
        "https://acme.com/u?e={{email}}&d=@acme.com",
        "https://acme.com/ÄÖÜ/%FF%FE?x=%ZZ",
    ],
)
def test_what_is_no_address_of_a_reader_is_left_alone(url):
    assert addresses(url) == []


@pytest.mark.parametrize("kind", ["md5", "sha1", "sha256"])
def test_a_digest_is_returned_in_lower_case(kind):
    digest = hashlib.new(kind, ADDRESS.encode()).hexdigest()
    (piece,) = link_pieces(f"https://acme.com?h={digest.upper()}")
    assert piece.digest == digest


def test_other_hexadecimal_text_is_no_digest():
    assert [piece.digest for piece in link_pieces("https://acme.com/8f14e45f?c=8f14e45fceea167a5a36dedd4bea254")] == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://acme.com/u?e={{email}}", ["email"]),
        ("https://acme.com/u?e={{lead.Email Address:default=a/b}}&l=1", ["Email Address"]),
        ("https://acme.com/u?e=%7B%7Bcontact.email%7D%7D", ["email"]),
        ("https://acme.com/u?e=*|EMAIL|*", ["EMAIL"]),
        ("https://acme.com/u?e=*%7CEMAIL%7C*", ["EMAIL"]),
        ("https://acme.com/u?e=%%email%%", ["email"]),
        ("https://acme.com/u?e=<span class=eloquaemail>EmailAddress</span>", ["EmailAddress"]),
        ("https://acme.com/u?l={{unsubscribe_link}}", []),
    ],
)
def test_merge_tags_are_read_whole(url, expected):
    assert fields(url) == expected


def test_a_percent_tag_is_not_decoded_as_percent_encoding():
    (piece,) = link_pieces("https://acme.com?a=%%address%%")
    assert piece.value == "%%address%%"
