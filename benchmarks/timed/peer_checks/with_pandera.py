"""The subset with pandera, on polars."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandera.polars as pa
import polars as pl
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


def read(path: Path) -> pl.DataFrame:
    """Return a table all of whose columns are text."""
    return pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path, infer_schema=False)


def each(name: str, column: str, holds: pl.Expr) -> pa.Check:
    """Return a check of every value of a column; empty ones pass."""
    return pa.Check(lambda data: data.lazyframe.select(holds.fill_null(True)), name=name, title=column)


def schema(opted_out: pl.Series) -> pa.DataFrameSchema:
    """Return what is expected of a list."""
    email, first, company = pl.col("Email"), pl.col("First Name"), pl.col("Company Name")
    address, domain = pl.col("address"), pl.col("domain")
    alone = (domain.is_duplicated() & ~domain.is_in(PROVIDERS)).not_()
    return pa.DataFrameSchema(
        {
            "Email": pa.Column(str, each("address", "Email", email.str.contains(ADDRESS))),
            "address": pa.Column(
                str,
                [
                    each("duplicate", "address", address.is_duplicated().not_()),
                    each("opted out", "address", address.is_in(opted_out.implode()).not_()),
                ],
                nullable=True,
            ),
            "domain": pa.Column(str, each("company", "domain", alone), nullable=True),
            "First Name": pa.Column(
                str,
                [
                    each("casing", "First Name", first.str.contains(CASED) & first.str.contains(NOT_LOWER)),
                    each("placeholder", "First Name", first.is_in(PLACEHOLDERS).not_()),
                    each("stray space", "First Name", first.str.contains(NO_STRAY_SPACE)),
                ],
            ),
            "Company Name": pa.Column(
                str, each("placeholder", "Company Name", company.is_in(PLACEHOLDERS).not_()), nullable=True
            ),
            "Country": pa.Column(
                str, each("country", "Country", pl.col("Country").is_in(CONSENT_FIRST).not_()), nullable=True
            ),
        }
    )


def check(recipients: Path, opt_outs: Path) -> Mapping[str, int]:
    """Return how many rows break each check."""
    email = pl.col("Email").str.strip_chars().str.to_lowercase()
    rows = read(recipients).with_columns(email.alias("address"), email.str.split("@").list.last().alias("domain"))
    opted_out = read(opt_outs)["email"].str.strip_chars().str.to_lowercase()
    try:
        schema(opted_out).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return counts(errors)
    return {}


def counts(errors: pa.errors.SchemaErrors) -> Mapping[str, int]:
    """Return how many rows pandera names for each check, having kept the first of them."""
    found: dict[str, int] = {}
    kept = []
    for error in errors.schema_errors:
        cases = error.failure_cases
        name = "first name" if error.check == "not_nullable" else getattr(error.check, "name", str(error.check))
        found[name] = found.get(name, 0) + len(cases)
        kept.append(cases.head(KEPT))
    return found


if __name__ == "__main__":
    run(check)
