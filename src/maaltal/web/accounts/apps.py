from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "maaltal.web.accounts"
    label = "accounts"
    verbose_name = "Personer"
