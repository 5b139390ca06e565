"""Ideas have a package of their own and the saves of open forms belong to the look; their tables stay as they are."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0007_dossier_of_an_idea'),
        ('ideas', '0001_initial'),
        ('ui', '0001_open_forms'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='dossier',
                    name='idea',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dossier', to='ideas.idea', verbose_name='ý tưởng'),
                ),
                migrations.DeleteModel(name='Idea'),
                migrations.DeleteModel(name='IdeaSheet'),
                migrations.DeleteModel(name='OpenForm'),
            ],
        ),
    ]
