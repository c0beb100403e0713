from django.urls import path

from maaltal.web.registry import views

app_name = "registry"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("enheder.csv", views.units_file, name="units-file"),
    path("ledige/", views.vacant, name="vacant"),
    path("aftaler/", views.agreements, name="agreements"),
    path("aftaler/<int:agreement_id>/", views.agreement, name="agreement"),
    path("enhed/<str:code>/", views.unit, name="unit"),
    path("enhed/<str:code>/post/<str:kind>/", views.post, name="post"),
    path("enhed/<str:code>/aftale/", views.new_agreement, name="new-agreement"),
]
