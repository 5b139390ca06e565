"""Tables handed in, and what an office means by their columns."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0003_tables_of_every_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ColumnMemory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("owner", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=20)),
                ("titles", models.CharField(max_length=64)),
                ("mapping", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "cột đã nhớ",
                "verbose_name_plural": "cột đã nhớ",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "kind", "titles"), name="tables_memory_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="TableFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(max_length=20)),
                ("about", models.CharField(max_length=80)),
                ("sheet", models.CharField(blank=True, max_length=200)),
                ("mapping", models.JSONField(blank=True, null=True)),
                ("options", models.JSONField(blank=True, default=dict)),
                ("uploaded_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="tệp",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bảng đã gửi",
                "verbose_name_plural": "bảng đã gửi",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
    ]
