import re

import pytest

from sigcheck import Options, lint
from sigcheck.redaction import MASK, People, masked

PEOPLE = People(
    frozenset({"Frank", "frank", "An", "Müller", "müller", "k.A."}), ("x@y.com,Bob,oops",), frozenset({"ana@nw.com"})
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("frank.miller@acme.com", "***@acme.com"),
        ("ana@nw.com", "ana@nw.com"),
        ("FRANK", "***"),
        ("Frank Müller [I think]", "*** *** [I think]"),
        ("an invitation to An", "an invitation to ***"),
        ("Frankfurt", "Frankfurt"),
        ("k.A.", "***"),
        ("x@y.com,Bob…", "***"),
        ("mailto:x.y@frank.com?subject=Frank", "mailto:***@frank.com?subject=***"),
        ("2026-10-05", "2026-10-05"),
        ("", ""),
    ],
)
def test_addresses_and_names_of_recipients_are_masked_and_nothing_else(value, shown):
    assert masked(value, PEOPLE) == shown


def test_a_redacted_report_names_nobody_of_the_list(campaign):
    plan = campaign(
        recipients=(
            "email,first name,last name,company\nfrank.stone@acme.com,FRANK,Stone,Acme\n"
            "frank.stone@acme.com,FRANK,Stone,Acme\nlucia@globex.com,Lucia,Vega,Globex\nbroken;row\n"
        ).replace("\\\n", "\n")
    )
    report = lint(plan, Options(redact=True))
    said = "\n".join(f"{finding.message} {finding.help}" for finding in report.redacted().findings)
    assert re.search("FRANK|Stone|Lucia|Vega", "\n".join(finding.message for finding in report.findings))
    assert not re.search("frank|stone|lucia|vega", said, re.IGNORECASE)
    assert f"{MASK}@acme.com" in said


def test_a_report_that_was_not_asked_for_redaction_refuses_to_pretend(campaign):
    with pytest.raises(ValueError, match="redact=True"):
        lint(campaign()).redacted()
