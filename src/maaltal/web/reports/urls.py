from django.urls import path

from maaltal.web.reports.views import audit, editions, making, templates

app_name = "reports"
urlpatterns = [
    path("notater/", editions.editions, name="editions"),
    path("notater/nyt/<str:kind>/", making.new, name="new"),
    path("notater/find/", editions.recognise, name="recognise"),
    path("notater/skabeloner/", templates.templates, name="templates"),
    path("notater/skabeloner/<str:kind>/<str:tongue>/", templates.edit, name="template"),
    path("notater/skabeloner/<str:kind>/<str:tongue>/hent/", templates.fetch, name="template-file"),
    path("notater/<int:edition_id>/", editions.edition, name="edition"),
    path("notater/<int:edition_id>/hent/<str:name>", editions.fetch, name="file"),
    path("notater/<int:edition_id>/del/", editions.share, name="share"),
    path("notater/<int:edition_id>/sendt/", editions.sent, name="sent"),
    path("notater/<int:edition_id>/efterproev/", editions.verification, name="verify"),
    path("efterregning/", audit.audit, name="audit"),
    path("efterregning/<uuid:audited_id>/", audit.audited, name="audited"),
    path("efterregning/<uuid:audited_id>/hent/<str:form>/", audit.fetch, name="audited-file"),
    path("efterregning/<uuid:audited_id>/slet/", audit.forget, name="forget"),
]
