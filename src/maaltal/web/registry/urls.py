from django.urls import path

from maaltal.web.registry.views import agreements, overview, unit

app_name = "registry"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("enheder.csv", overview.units_file, name="units-file"),
    path("ledige/", overview.vacant, name="vacant"),
    path("aftaler/", agreements.agreements, name="agreements"),
    path("aftaler/<int:agreement_id>/", agreements.agreement, name="agreement"),
    path("enhed/<str:code>/", unit.unit, name="unit"),
    path("enhed/<str:code>/post/<str:kind>/", unit.post, name="post"),
    path("enhed/<str:code>/aftale/", agreements.new_agreement, name="new-agreement"),
]
