"""Sound is kept too: MP3, M4A and OGG."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0003_tables_of_every_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="storedfile",
            name="stored_file_type_is_known",
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "media_type__in",
                        [
                            "application/pdf",
                            "application/vnd.ms-excel",
                            "application/vnd.oasis.opendocument.spreadsheet",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "audio/mp4",
                            "audio/mpeg",
                            "audio/ogg",
                            "image/jpeg",
                            "image/png",
                            "image/webp",
                            "text/csv",
                            "video/mp4",
                        ],
                    )
                ),
                name="stored_file_type_is_known",
            ),
        ),
    ]
