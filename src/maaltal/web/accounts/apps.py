from typing import override

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "maaltal.web.accounts"
    label = "accounts"
    verbose_name = "Personer"

    @override
    def ready(self) -> None:
        from maaltal.web.accounts import listening  # noqa: F401, PLC0415 - it listens once it is imported
