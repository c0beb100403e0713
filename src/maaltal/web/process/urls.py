from django.urls import path

from maaltal.web.process import views

app_name = "process"
urlpatterns = [
    path("", views.history, name="history"),
    path("send/", views.send, name="send"),
    path("indsendt/<uuid:upload_id>/", views.upload, name="upload"),
    path("indsendt/<uuid:upload_id>/kontrol/", views.check, name="check"),
    path("indsendt/<uuid:upload_id>/indlaes/", views.load, name="load"),
    path("indsendt/<uuid:upload_id>/kasser/", views.discard, name="discard"),
    path("indsendt/<uuid:upload_id>/<int:number>/fund.csv", views.findings_of_file, name="findings_of_file"),
    path("leverance/<str:batch_id>/", views.batch, name="batch"),
    path("leverance/<str:batch_id>/tag-tilbage/", views.take_back, name="take_back"),
    path("leverance/<str:batch_id>/fund.csv", views.findings_of_batch, name="findings_of_batch"),
    path("leverance/<str:batch_id>/afviste.csv", views.rejected, name="rejected"),
]
