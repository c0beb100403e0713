"""Fixtures that every test can ask for, and what holds for all of them."""

from hypothesis import HealthCheck, settings

from tests.browser import chromium

__all__ = ["chromium"]

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("no-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-clock")
