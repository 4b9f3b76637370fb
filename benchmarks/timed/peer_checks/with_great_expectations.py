"""The subset with Great Expectations, on pandas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import great_expectations as gx
import great_expectations.expectations as gxe
from subset import (
    ADDRESS,
    CASED,
    CONSENT_FIRST,
    KEPT,
    NO_STRAY_SPACE,
    NOT_LOWER,
    PLACEHOLDERS,
    PROVIDERS,
    run,
)
from with_pandas import read


def expectations(opted_out: list[str]) -> Iterator[gxe.Expectation]:
    """Yield what is expected of a list, each with the name of the check."""

    def about(check: str, column: str) -> dict[str, Any]:
        return {"column": column, "meta": {"check": check}}

    yield gxe.ExpectColumnValuesToNotBeNull(**about("address", "Email"))
    yield gxe.ExpectColumnValuesToMatchRegex(**about("address", "Email"), regex=ADDRESS)
    yield gxe.ExpectColumnValuesToBeUnique(**about("duplicate", "address"))
    yield gxe.ExpectColumnValuesToNotBeNull(**about("first name", "First Name"))
    cased = [CASED, NOT_LOWER]
    yield gxe.ExpectColumnValuesToMatchRegexList(**about("casing", "First Name"), regex_list=cased, match_on="all")
    for column in ("First Name", "Company Name"):
        yield gxe.ExpectColumnValuesToNotBeInSet(**about("placeholder", column), value_set=list(PLACEHOLDERS))
    yield gxe.ExpectColumnValuesToMatchRegex(**about("stray space", "First Name"), regex=NO_STRAY_SPACE)
    yield gxe.ExpectColumnValuesToBeUnique(**about("company", "company domain"))
    yield gxe.ExpectColumnValuesToNotBeInSet(**about("opted out", "address"), value_set=opted_out)
    yield gxe.ExpectColumnValuesToNotBeInSet(**about("country", "Country"), value_set=list(CONSENT_FIRST))


def check(recipients: Path, opt_outs: Path) -> Mapping[str, int]:
    """Return how many rows break each check."""
    rows = read(recipients)
    rows["address"] = rows["Email"].str.strip().str.lower()
    domain = rows["address"].str.split("@").str[-1]
    rows["company domain"] = domain.mask(domain.isin(PROVIDERS))
    opted_out = sorted(set(read(opt_outs)["email"].str.strip().str.lower()))
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("list").add_dataframe_asset("recipients")
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch(batch_parameters={"dataframe": rows})
    suite = gx.ExpectationSuite("list", expectations=list(expectations(opted_out)))
    shown = {"result_format": "SUMMARY", "partial_unexpected_count": KEPT}
    found: Counter[str] = Counter()
    for result in batch.validate(suite, result_format=shown).results:
        found[result.expectation_config.meta["check"]] += result.result["unexpected_count"]
    return found


if __name__ == "__main__":
    run(check)
