export {
  scaffolderModuleTkeCilium,
  scaffolderModuleTkeCilium as default,
} from './module';
