from pathlib import Path

import publicsuffixlist
import pytest

from sigcheck.facts.domains import FLAT_SUFFIXES


@pytest.fixture(scope="module")
def icann_rules():
    listed = Path(publicsuffixlist.__file__).with_name("public_suffix_list.dat").read_text(encoding="utf-8")
    section = listed.partition("===END ICANN DOMAINS===")[0]
    return {line.strip() for line in section.splitlines() if line.strip() and not line.startswith("//")}


@pytest.mark.parametrize("suffix", FLAT_SUFFIXES)
def test_under_a_flat_suffix_every_name_is_registered_as_it_stands(icann_rules, suffix):
    assert suffix in icann_rules
    assert not [rule for rule in icann_rules if rule.endswith(f".{suffix}")]
