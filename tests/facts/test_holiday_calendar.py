import os
import subprocess
import sys

from sigcheck.facts.holiday_calendar import holiday_calendar

ONE_COUNTRY = """
import sys
from sigcheck.facts.holiday_calendar import holiday_calendar
assert len(holiday_calendar("US", "TX", 2026).holidays) > 9
countries = [name for name in sys.modules if name.startswith("holidays.countries")]
assert countries == ["holidays.countries.united_states"], countries
assert holiday_calendar("GU", None, 2026)  # a country that builds on another
import holidays
from holidays.countries import France, UnitedStates
assert holidays.country_holidays("FR", years=2026) == France(years=2026)
assert set(holiday_calendar("US", None, 2026).holidays) == set(UnitedStates(years=2026, expand=False))
"""


def test_one_country_is_loaded_alone_and_the_library_still_works_afterwards(tmp_path):
    environment = {**os.environ, "SIGCHECK_CACHE_DIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", ONE_COUNTRY], check=True, env=environment)


def test_every_country_and_subdivision_has_the_days_that_the_library_gives():
    import holidays

    for country, regions in holidays.list_supported_countries().items():
        for region in (None, *regions[:3]):
            own = holiday_calendar(country, region, 2026)
            usual = holidays.country_holidays(country, subdiv=region, years=(2025, 2026, 2027))
            assert own is not None, country
            assert set(own.holidays) == {day for day in usual if day.year == 2026}, (country, region)


def test_an_unknown_country_has_no_calendar():
    assert holiday_calendar("XX", None, 2026) is None
