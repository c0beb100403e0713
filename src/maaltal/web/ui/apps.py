from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "maaltal.web.ui"
    label = "ui"
    verbose_name = "Komponenter"
