"""The subset in plain pandas."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
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


def read(path: Path) -> pd.DataFrame:
    """Return a table all of whose columns are text."""
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])


def check(recipients: Path, opt_outs: Path) -> Mapping[str, int]:
    """Return how many rows break each check."""
    rows = read(recipients)
    email, first, company = rows["Email"], rows["First Name"], rows["Company Name"]
    address = email.str.strip().str.lower()
    domain = address.str.split("@").str[-1]
    grouped = domain[~domain.isin(PROVIDERS)]
    opted_out = set(read(opt_outs)["email"].str.strip().str.lower())
    broken = {
        "address": email.isna() | ~email.fillna("").str.match(ADDRESS),
        "duplicate": address.notna() & address.duplicated(keep=False),
        "first name": first.isna(),
        "casing": first.notna() & ~(first.fillna("").str.match(CASED) & first.fillna("").str.match(NOT_LOWER)),
        "placeholder": first.isin(PLACEHOLDERS) | company.isin(PLACEHOLDERS),
        "stray space": first.notna() & ~first.fillna("").str.match(NO_STRAY_SPACE),
        "company": grouped.duplicated(keep=False).reindex(rows.index, fill_value=False),
        "opted out": address.isin(opted_out),
        "country": rows["Country"].isin(CONSENT_FIRST),
    }
    kept = {name: rows[mask].head(KEPT) for name, mask in broken.items()}
    return {name: int(broken[name].sum()) for name in kept}


if __name__ == "__main__":
    run(check)
