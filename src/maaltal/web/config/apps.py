from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "maaltal.web.config"
    label = "config"
    verbose_name = "Måltal"
