from django.urls import path

from maaltal.web.figures.views import downloads, explained, pages, spells

app_name = "figures"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("<str:code>/", pages.unit, name="unit"),
    path("<str:code>/hent/<str:form>/", downloads.status, name="download"),
    path("<str:code>/<str:figure>/", explained.figure, name="figure"),
    path("<str:code>/<str:figure>/trin/", explained.steps, name="steps"),
    path("<str:code>/<str:figure>/trin/hent/<str:form>/", downloads.steps, name="download-steps"),
    path("<str:code>/<str:figure>/forloeb/", spells.spells, name="spells"),
]
