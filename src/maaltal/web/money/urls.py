from django.urls import path

from maaltal.web.money import views

app_name = "money"
urlpatterns = [
    path("", views.money, name="money"),
    path("pris/", views.cost, name="cost"),
    path("pulje/", views.pool, name="pool"),
    path("budget/", views.budget, name="budget"),
    path("eksempel/<str:of>/<str:name>", views.example, name="example"),
    path("svar/<uuid:reckoned_id>/", views.reckoned, name="reckoned"),
    path("svar/<uuid:reckoned_id>/hent/<str:form>/", views.fetch, name="file"),
    path("svar/<uuid:reckoned_id>/slet/", views.forget, name="forget"),
]
