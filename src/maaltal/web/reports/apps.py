from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "maaltal.web.reports"
    label = "reports"
    verbose_name = "Notater"
