export { CiliumCard } from './CiliumCard/CiliumCard';
export { CiliumContent } from './CiliumContent/CiliumContent';
export { FleetPage } from './FleetPage/FleetPage';
