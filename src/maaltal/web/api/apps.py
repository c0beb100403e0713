from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "maaltal.web.api"
    label = "api"
    verbose_name = "API"
