"""Addresses of the programme's pages."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.registers.programme.acts import ACTS
from ocop.registers.programme.pages import days_off, doubts
from ocop.registers.programme.views import (
    amending,
    importing,
    plans,
    results,
    rows,
    tasks,
)

PLAN = "ke-hoach/<str:place>/<int:year>/"
WRITE = f"{PLAN}soan/"
TASK = f"{PLAN}nhiem-vu/<int:number>/"
RESULTS = f"{PLAN}ket-qua/<slug:key>/"

app_name = "programme"
urlpatterns = [
    *addresses(ACTS),
    path("diem-chua-ro/", doubts.doubts, name="doubts"),
    path("ngay-nghi/", days_off.days_off, name="days_off"),
    path("ngay-nghi/<int:year>/", days_off.year, name="days_off_year"),
    path("ke-hoach/", plans.PlanList.as_view(), name="plans"),
    path("ke-hoach/lap/", plans.write, name="write_plan"),
    path("ke-hoach/lap/de-an/", plans.write_frame, name="write_frame"),
    path(PLAN, plans.detail, name="plan"),
    path(f"{PLAN}sua/", plans.edit, name="edit_plan"),
    path(f"{PLAN}ban-hanh/", plans.issue, name="issue_plan"),
    path(f"{PLAN}bo/", plans.drop, name="drop_plan"),
    path(f"{PLAN}sao-chep/", plans.copy, name="copy_plan"),
    path(f"{PLAN}ket-thuc/", plans.close, name="close_plan"),
    path(f"{PLAN}van-ban/", plans.attach, name="attach_paper"),
    path(f"{PLAN}dieu-chinh/", amending.amend, name="amend_plan"),
    path(f"{PLAN}lich-su/", amending.history, name="history"),
    path(f"{WRITE}chi-tieu/", rows.targets, name="write_targets"),
    path(f"{WRITE}chi-tieu/tu-bang/", importing.TargetsTable.as_view(), name="import_targets"),
    path(f"{WRITE}chi-tieu/mau.xlsx", importing.targets_template, name="targets_template"),
    path(f"{WRITE}chi-tieu/rieng/<slug:key>/", rows.target, name="edit_target"),
    path(f"{WRITE}nhiem-vu/", rows.tasks, name="write_tasks"),
    path(f"{WRITE}nhiem-vu/<int:number>/chi-tieu/", rows.task_targets, name="task_targets"),
    path(f"{WRITE}kinh-phi/", rows.money, name="write_money"),
    path(f"{WRITE}chu-trinh/", rows.steps, name="write_steps"),
    path(TASK, tasks.detail, name="task"),
    path(f"{TASK}xong/", tasks.finish, name="finish_task"),
    path(f"{TASK}thoi/", tasks.drop, name="drop_task"),
    path(f"{TASK}mo-lai/", tasks.reopen, name="reopen_task"),
    path(f"{TASK}van-ban/", tasks.attach, name="attach_to_task"),
    path(RESULTS, results.results, name="results"),
    path(f"{RESULTS}ghi/", results.record, name="record_result"),
    path(f"{RESULTS}<int:result>/rut/", results.withdraw, name="withdraw_result"),
]
