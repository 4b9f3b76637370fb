import pytest

from sigcheck.facts.countries import find_region
from sigcheck.facts.place_data import folded, table
from sigcheck.facts.places import Place, country_code, place, region_code, zone_problem
from sigcheck.facts.zone_names import country_zones, zone_name
from sigcheck.zones import zone_names

NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[(text, "US") for text in ("US", "us", "USA", "U.S.", "U.S.A.", "United States", "United States of America")],
        *[(text, "US") for text in ("The United States", " united  states ", "Vereinigte Staaten", "États-Unis")],
        *[(text, "US") for text in ("Etats Unis", "Estados Unidos", "EE. UU.", "United States (USA)")],
        *[(text, "RU") for text in ("Russische Föderation", "Federación de Rusia")],
        *[(text, "KR") for text in ("Republik Korea", "República de Corea", "Corée, Sud")],
        ("キプロス共和国", "CY"),
        *[(text, "GB") for text in ("GB", "UK", "U.K.", "GBR", "England", "Great Britain", "Scotland", "Royaume-Uni")],
        *[(text, "DE") for text in ("DE", "DEU", "Germany", "Deutschland", "DEUTSCHLAND", "Allemagne", "Alemania")],
        *[(text, "ES") for text in ("España", "Espana", "Spain", "Spanien", "Espagne")],
        *[(text, "NL") for text in ("Holland", "The Netherlands", "Nederland", "Pays-Bas", "Niederlande")],
        *[(text, "CZ") for text in ("Czechia", "Czech Republic", "Česko", "Tschechien")],
        *[(text, "TR") for text in ("Türkiye", "Turkey", "Türkei", "TURKIYE")],
        *[(text, "AT") for text in ("Österreich", "Oesterreich", "Autriche", "O\u0308sterreich")],
        *[(text, "CH") for text in ("Schweiz", "Suisse", "Svizzera", "Suiza")],
        ("Côte d’Ivoire", "CI"),
        ("Trinidad & Tobago", "TT"),
        ("Korea, Republic of", "KR"),
        ("日本", "JP"),
        ("Россия", "RU"),
        ("Ελλάδα", "GR"),
        ("EL", "GR"),
        ("Georgia", "GE"),
        ("EMEA", None),
        ("North America", None),
        ("XX", None),
        ("-", None),
        ("", None),
        (None, None),
    ],
)
def test_countries_are_known_by_code_and_by_name_in_several_languages(text, code):
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("country", "text", "code"),
    [
        *[("US", text, "CA") for text in ("CA", "ca", "California", "CALIFORNIA", "Calif.", "US-CA")],
        *[("US", text, "DC") for text in ("DC", "D.C.", "Washington, D.C.", "District of Columbia")],
        ("US", "Washington", "WA"),
        ("US", "West Virginia", "WV"),
        *[("CA", text, "QC") for text in ("QC", "Quebec", "Québec", "PQ")],
        ("CA", "CA", None),
        ("AU", "New South Wales", "NSW"),
        *[("DE", text, "BY") for text in ("Bayern", "Bavaria", "Bavière", "BY", "DE-BY")],
        *[("DE", text, "BW") for text in ("Baden-Württemberg", "Baden-Wuerttemberg", "BADEN WÜRTTEMBERG")],
        ("DE", "NRW", "NW"),
        *[("ES", text, "CT") for text in ("Cataluña", "Catalunya", "Catalonia", "Barcelona")],
        *[("CH", text, "GE") for text in ("Genève", "Geneva", "Genf", "GE")],
        *[("GB", text, "SCT") for text in ("Scotland", "Schottland", "City of Edinburgh")],
        ("GB", "Kent", "ENG"),
        ("BR", "São Paulo", "SP"),
        ("MX", "Nuevo León", "NLE"),
        ("IT", "Milano", "MI"),
        ("FR", "Bas-Rhin", "6AE"),
        ("DE", "California", None),
        ("US", "", None),
        ("US", None, None),
        (None, "California", None),
    ],
)
def test_subdivisions_are_known_by_code_and_by_name_within_their_country(country, text, code):
    assert region_code(country, text) == code


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", NEW_YORK),
        ("us_slash_eastern", "US/Eastern"),
        ("EST", NEW_YORK),
        ("edt", NEW_YORK),
        ("EST/EDT", NEW_YORK),
        ("Eastern Standard Time", NEW_YORK),
        ("Eastern Daylight Time", NEW_YORK),
        ("Eastern Time (US & Canada)", NEW_YORK),
        ("PST", "America/Los_Angeles"),
        ("CET", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Central European Summer Time", "Europe/Berlin"),
        ("Central Standard Time (Mexico)", "America/Mexico_City"),
        ("UTC", "Etc/UTC"),
        ("UTC+2", "Etc/GMT-2"),
        ("GMT-5", "Etc/GMT+5"),
        ("UTC−3", "Etc/GMT+3"),
        ("+01:00", "Etc/GMT-1"),
        ("UTC+0", "Etc/UTC"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("+0545", "Asia/Kathmandu"),
        ("UTC+14", "Etc/GMT-14"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC-05:00) Eastern Time (US & Canada)", NEW_YORK),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(UTC+01:00) West Central Africa", "Etc/GMT-1"),
        ("(GMT-05:00) Eastern Standard Time (America/New_York)", NEW_YORK),
        ("Europe/Berlin (CET)", "Europe/Berlin"),
        ("New York", NEW_YORK),
    ],
)
def test_time_zones_are_read_in_the_forms_that_tools_export(text, zone):
    assert zone_name(text) == zone
    assert zone_problem(text) is None


@pytest.mark.parametrize(
    "text", ["Mars/Olympus", "UTC+15", "GMT-13", "5", "(UTC+99:00) Nowhere", "../zones", "Factory"]
)
def test_a_zone_that_cannot_be_read_is_a_problem_and_the_country_decides(text):
    assert zone_problem(text) == f"'{text}' is not a known time zone"
    assert place(text, "France", None, None, NEW_YORK) == Place(("Europe/Paris",), "country", "FR", None)


@pytest.mark.parametrize("text", [None, "", "  "])
def test_no_zone_is_no_problem(text):
    assert zone_problem(text) is None
    assert place(text, None, None, None, NEW_YORK) == Place((NEW_YORK,), "plan", None, None)


@pytest.mark.parametrize(
    ("text", "country", "region", "zone"),
    [
        ("CST", "China", None, "Asia/Shanghai"),
        ("CST", "Canada", "SK", "America/Regina"),
        ("MST", "US", "Arizona", "America/Phoenix"),
        ("EST", "Australia", "QLD", "Australia/Brisbane"),
        ("IST", "Israel", None, "Asia/Jerusalem"),
        ("IST", "Ireland", None, "Europe/Dublin"),
        ("IST", "India", None, "Asia/Kolkata"),
    ],
)
def test_what_an_abbreviation_means_depends_on_the_place(text, country, region, zone):
    found = place(text, country, region, None, NEW_YORK)
    assert (found.zones, found.source) == ((zone,), "timezone")


@pytest.mark.parametrize(
    ("country", "region", "city", "zones"),
    [
        ("US", "California", None, ("America/Los_Angeles",)),
        ("US", "TX", None, ("America/Chicago",)),
        ("US", "TX", "El Paso", ("America/Denver",)),
        ("US", "Tennessee", None, ("America/Chicago", NEW_YORK)),
        ("US", "Tennessee", "Nashville", ("America/Chicago",)),
        ("US", None, "New York", (NEW_YORK,)),
        ("US", "IL", "Paris", ("America/Chicago",)),
        ("CA", "Ontario", "Paris", ("America/Toronto",)),
        ("CA", None, "Toronto", ("America/Toronto",)),
        ("AU", None, "Sydney", ("Australia/Sydney",)),
        ("AU", "NSW", "Broken Hill", ("Australia/Broken_Hill",)),
        ("Brasil", None, "São Paulo", ("America/Sao_Paulo",)),
        ("ES", "Canarias", None, ("Atlantic/Canary",)),
        ("MN", None, "Hovd", ("Asia/Hovd",)),
    ],
)
def test_subdivision_or_city_tells_the_zone_of_a_country_of_several(country, region, city, zones):
    found = place(None, country, region, city, "Europe/Berlin")
    assert (found.zones, found.source) == (zones, "region")


@pytest.mark.parametrize("country", ["DE", "FR", "GB", "IN", "CN", "NZ", "JP", "AR", "KZ", "UA"])
def test_a_country_of_one_clock_has_one_zone(country):
    found = place(None, country, None, None, NEW_YORK)
    assert found.source == "country"
    assert len(found.zones) == 1


def test_a_country_of_several_clocks_has_one_zone_for_each():
    assert country_zones("US") == (
        NEW_YORK,
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
    )
    assert country_zones("ES") == ("Europe/Madrid", "Atlantic/Canary")
    assert len(country_zones("AU")) == 5
    assert len(country_zones("RU")) == 11
    assert len(country_zones("ID")) == 3
    assert country_zones("XX") == ()


def test_every_inhabited_country_has_a_zone():
    without = {code for code, *_ in table("country_names.csv") if not country_zones(code)}
    assert without == {"BV", "HM"}


def test_the_nation_that_stands_as_the_country_is_the_subdivision():
    assert place(None, "Scotland", None, None, NEW_YORK) == Place(("Europe/London",), "country", "GB", "SCT")
    assert place(None, "England", "Kent", None, NEW_YORK).region_code == "ENG"


def test_a_city_tells_the_subdivision_for_its_holidays():
    assert place(None, "Deutschland", None, "München", NEW_YORK).region_code == "BY"
    assert place(None, "Germany", None, "Munich", NEW_YORK).region_code == "BY"
    assert place(None, "Germany", "Hessen", "Munich", NEW_YORK).region_code == "HE"


def test_a_subdivision_tells_its_country_only_where_its_name_is_its_own():
    assert place(None, None, "California", None, "Europe/Berlin") == Place(
        ("America/Los_Angeles",), "region", "US", "CA"
    )
    assert place(None, "EMEA", "Bavaria", None, NEW_YORK).country_code == "DE"
    assert place(None, None, "US-TX", None, "Europe/Berlin").zones == ("America/Chicago",)
    for unclear in ("Georgia", "Córdoba", "TX", "CA", "Amazonas and more"):
        assert place(None, None, unclear, None, "Asia/Tokyo") == Place(("Asia/Tokyo",), "plan", None, None)


def test_a_bare_state_code_is_taken_for_the_country_of_the_plan():
    assert place(None, None, "TX", None, NEW_YORK) == Place(("America/Chicago",), "region", "US", "TX")
    assert place(None, None, "Bayern", None, "Europe/Berlin").region_code == "BY"


def test_the_bundled_tables_hold_folded_names_and_zones_that_exist():
    zones = set(zone_names().values())
    for country, region, region_zones, names in table("regions.csv"):
        assert set(region_zones.split()) <= zones, (country, region)
        assert country_code(country) == country
        assert all(name == folded(name) for name in names.split("|")), (country, region)
    for country, region, zone, names in table("cities.csv"):
        assert find_region(country, region) is not None, (country, region)
        assert not zone or zone in zones
        assert all(name == folded(name) for name in names.split("|")), (country, region)
    for _, zone, names in table("zone_names.csv"):
        assert zone in zones
        assert all(name == folded(name) for name in names.split("|")), zone
    for code, alpha_3, names in table("country_names.csv"):
        assert country_code(code) == country_code(alpha_3) == code
        assert all(name == folded(name) and country_code(name) == code for name in names.split("|"))
