"""Inputs that once broke a reader, by target, with what was wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FOUND: Mapping[str, Sequence[bytes]] = {
    # a date that does not exist, repeated by an alias: yaml's own exception
    "plan": [b"name: &day 2026-02-30\nnow: *day\n"],
    # a number of more digits than dateutil reckons with, before letters: an exception of the module decimal
    "cells": [b"8888888888888888888888888888888820M2cDo6a\xff\xff\xff\xff"],
}
