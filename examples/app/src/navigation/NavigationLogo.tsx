import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    height: 2 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 22,
    color: '#fff',
    fontWeight: 700,
    whiteSpace: 'nowrap',
  },
});

/** A hexagon, with the app's title beside it while the side bar is open. */
export function NavigationLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
          <path
            d="M14 2 L24.4 8 V20 L14 26 L3.6 20 V8 Z M14 8.5 L9.2 11.2 V16.8 L14 19.5 L18.8 16.8 V11.2 Z"
            fill="#7df3e1"
            fillRule="evenodd"
          />
        </svg>
        {isOpen && title}
      </Link>
    </div>
  );
}
