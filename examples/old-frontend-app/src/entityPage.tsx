import Grid from '@material-ui/core/Grid';
import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import {
  EntityTkeCiliumCard,
  EntityTkeCiliumContent,
  isTkeClusterAvailable,
} from '@tke-cilium/backstage-plugin-tke-cilium/legacy';

/** The page of an entity, with card and tab as docs/install.md puts them there. */
export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3}>
        <Grid item md={6}>
          <EntityAboutCard />
        </Grid>
        <EntitySwitch>
          <EntitySwitch.Case if={isTkeClusterAvailable}>
            <Grid item md={6}>
              <EntityTkeCiliumCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/cilium"
      title="Cilium"
      if={isTkeClusterAvailable}
    >
      <EntityTkeCiliumContent />
    </EntityLayout.Route>
  </EntityLayout>
);
