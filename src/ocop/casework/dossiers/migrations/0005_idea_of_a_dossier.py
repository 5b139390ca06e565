"""A dossier names the idea that it was made of, until now the idea named its dossier; an idea says when it was used."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0004_open_forms'),
    ]

    operations = [
        migrations.AddField(
            model_name='dossier',
            name='idea',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.idea', verbose_name='ý tưởng'),
        ),
        migrations.AddField(
            model_name='idea',
            name='used_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='làm hồ sơ lúc'),
        ),
    ]
