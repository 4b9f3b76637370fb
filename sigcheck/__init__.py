"""sigcheck: checks signature-driven emails against their ten deadly sins before they are sent."""

__version__ = "0.1.0"
