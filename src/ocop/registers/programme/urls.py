"""Addresses of the programme's pages; those of the acts stand with the acts."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.registers.programme.acts import ACTS, AMEND_PLAN
from ocop.registers.programme.pages import amending, days_off, doubts, importing, plans, results, rows, tasks

PLAN = "ke-hoach/<str:place>/<int:year>/"
WRITE = f"{PLAN}soan/"

app_name = "programme"
urlpatterns = [
    path("diem-chua-ro/", doubts.doubts, name="doubts"),
    path("ngay-nghi/", days_off.days_off, name="days_off"),
    path("ngay-nghi/<int:year>/", days_off.year, name="days_off_year"),
    path("ke-hoach/", plans.PlanList.as_view(), name="plans"),
    *addresses(ACTS, own={AMEND_PLAN.name: amending.amend}),
    path(PLAN, plans.detail, name="plan"),
    path(f"{PLAN}lich-su/", plans.history, name="history"),
    path(f"{WRITE}chi-tieu/", rows.targets, name="write_targets"),
    path(f"{WRITE}chi-tieu/tu-bang/", importing.TargetsTable.as_view(), name="import_targets"),
    path(f"{WRITE}chi-tieu/mau.xlsx", importing.targets_template, name="targets_template"),
    path(f"{WRITE}nhiem-vu/", rows.tasks, name="write_tasks"),
    path(f"{WRITE}kinh-phi/", rows.money, name="write_money"),
    path(f"{WRITE}chu-trinh/", rows.steps, name="write_steps"),
    path(f"{PLAN}nhiem-vu/<int:number>/", tasks.detail, name="task"),
    path(f"{PLAN}ket-qua/<slug:key>/", results.results, name="results"),
]
