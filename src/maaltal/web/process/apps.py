from django.apps import AppConfig


class ProcessConfig(AppConfig):
    name = "maaltal.web.process"
    label = "process"
    verbose_name = "Filer"
