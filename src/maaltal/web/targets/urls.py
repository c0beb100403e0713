from django.urls import path

from maaltal.web.targets.views import apportion, break_down, edit, new, scenarios, sets, step, two_way

app_name = "targets"
urlpatterns = [
    path("", sets.sets, name="sets"),
    path("nyt/", new.new, name="new"),
    path("saet/<str:name>/", sets.one_set, name="set"),
    path("saet/<str:name>/ret/", edit.edit, name="edit"),
    path("saet/<str:name>/fil/", sets.numbers_file, name="file"),
    path("saet/<str:name>/skridt/<str:code>/", step.step, name="step"),
    path("saet/<str:name>/nedbrydning/<str:unit>/", break_down.break_down, name="break-down"),
    path("saet/<str:name>/nedbrydning/<str:unit>/fil/", break_down.file, name="break-down-file"),
    path("saet/<str:name>/modeller/", scenarios.scenarios, name="scenarios"),
    path("saet/<str:name>/fordeling/", apportion.one_way, name="apportion"),
    path("saet/<str:name>/tovejs/", two_way.two_way, name="two-way"),
]
