from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "maaltal.web.figures"
    label = "figures"
    verbose_name = "Tal"
