from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "maaltal.web.money"
    label = "money"
    verbose_name = "Penge"
