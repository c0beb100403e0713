from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "maaltal.web.registry"
    label = "registry"
    verbose_name = "Register"
