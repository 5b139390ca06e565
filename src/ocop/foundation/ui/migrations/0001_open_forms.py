"""The saves of open forms came from dossiers: the table stays as it is, the kind of content follows."""

from django.db import migrations, models


def _relabel(apps, schema_editor, before, after):
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    kinds.filter(app_label=before, model="openform").update(app_label=after)


def relabel(apps, schema_editor):
    _relabel(apps, schema_editor, "dossiers", "ui")


def relabel_back(apps, schema_editor):
    _relabel(apps, schema_editor, "ui", "dossiers")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('dossiers', '0004_open_forms'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='OpenForm',
                    fields=[
                        ('page', models.UUIDField(primary_key=True, serialize=False, verbose_name='trang')),
                        ('last', models.PositiveIntegerField(verbose_name='lần lưu sau cùng')),
                        ('at', models.DateTimeField(db_index=True, verbose_name='lưu lúc')),
                    ],
                    options={
                        'db_table': 'dossiers_openform',
                        'verbose_name': 'biểu mẫu đang mở',
                        'verbose_name_plural': 'biểu mẫu đang mở',
                        'ordering': ['-at'],
                    },
                ),
            ],
        ),
        migrations.RunPython(relabel, relabel_back),
    ]
