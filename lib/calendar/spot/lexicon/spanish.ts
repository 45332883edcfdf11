import type { Lexicon } from './lexicon.ts';

export const spanish: Lexicon = {
  stop: 'de del la el los las un una entre para y con en nuestro nuestra nuestros mi al por e',
  roles: {
    mentor: `
      mentoreo mentoraje comentoria mentorada mentorado mentoramos mentorear mentorean mentorizamos
      mentorizacion mentorizar mentorxs mentoria mentora mentores mentorias mentorazgo mentoradas
      mentorados
    `,
    peer: `
      companeras colega iguales mutuamente pares mutua mutuo reciproca igual iguale companeros colegas
    `,
    circle: 'rueda corro circulo',
    group: 'gpo club comunidad espacio trio triada grupo red encuentro tribu',
    coach: 'coacheamos coaching',
    accountability: 'rendicion rendir rendimos',
    cohort: 'cohorte generacion',
    pod: 'capsula',
    forum: 'foro',
    buddy: 'companera acompanamiento madrinas',
    writing: 'escritura redaccion',
    theme: `
      mujere mujer cientifica investigadora academica profesora doctoranda posdoctoral doctora medica
      apoyo confianza carrera sororidad jovenes
    `,
    neutral: `
      lunes martes miercoles jueves viernes sabado domingo tarde manana noche semanal quincenal mensual
      sesion reunion reuniones linea virtual rv nosotras cada semana semanas numero nuestra
    `,
    secret: 'confidencial confidencialidad',
    promise: 'compromiso promesa',
    turn: 'turno',
  },
  otherCircle: {
    before: 'medio metro primer',
    after: `
      viena catolico ecuestre taurino cultural amigo amigos artes azul biblico calidad cercano costura
      credito crianza cromatico donante economia empresarial empresario estudio familiar infantil
      interno intimo inversor inversores lector lectores lectura libro literario luna matematico
      mercantil militar oracion polar restaurativo social tambor tambores tejedora tejido vicioso
      virtuoso
    `,
  },
  phrases: {
    secret: `
      entre nosotras, de aqui no sale, no sale aqui, no sale de aqui, en confianza, aqui queda,
      queda aqui, queda nosotras, no se graba, sin grabar
    `,
    promise: `
      metas, metas semanales, lo que prometimos, que te llevas, siguiente sesion, proxima sesion,
      para proxima, contrato conmigo, contrato consigo, proxima vez
    `,
    turn: `
      por persona, una por una, ronda, rotamos, misma duracion, cada una, cada uno, min cada,
      minutos cada, tiempo igual, mismo tiempo, tiempo repartido, silla caliente
    `,
    strong: `
      aprendizaje accion, aprendizaje en la accion, co mentoria, circulo lean in,
      aprendizaje accion grupo, grupo aprendizaje accion, grupo apoyo mutuo escritura
    `,
    likely: `
      mentorias cruzadas, mentoria cruzada, mentoria mutua, mentoria reciproca, un jueves si,
      nos mentorizamos, nos mentoramos, nos acompanamos, mentoria grupal, mentoria colectiva,
      mentoria horizontal, apoyo mutuo, ayuda mutua, acompanamiento pares, acompanamiento mutuo,
      grupo apoyo, red apoyo, grupo metas, escritura acompanada, grupo rendicion, supervision pares,
      mujeres ciencia grupo, mente maestra, mastermind grupo, jueves alternos, cada dos jueves,
      jueves quincenal, grupo responsabilidad, grupo apoyo mutuo, intervision
    `,
    trap: `
      rueda prensa, rueda negocio, rueda reconocimiento, rueda molino, circulo bella arte,
      circulo bellas artes, circulo mujere luna, linea circular, estudio cohorte, cohorte paciente,
      analisis cohorte, revision pares, evaluacion pares, foro economico, foro ciudadano, foro romano,
      foro empresarial, foro cliente, foro usuario, responsabilidad social, responsabilidad civil,
      rendicion cuenta, grupo whatsapp
    `,
    hard: `
      entrevista, uno uno, asamblea, asamblea general, reunion general, reunion individual,
      reunion diaria, comite, cancelado, cancelada, sin circulo, no hay circulo, no hay mentoria,
      sin mentoria, cumpleano, vacacione, evaluacion desempeno, tribunal
    `,
    about: `
      sesion informativa, reunion informativa, charla, webinario, seminario web, capacitacion, formacion,
      fecha limite, plazo, inscripcion, inscripcione, convocatoria, solicitud, preparar, preparacion,
      planificacion, coordinacion, coordinadora, congreso, jornada, mesa redonda, encuesta, ceremonia,
      clausura, lanzamiento programa, taller, feria
    `,
    work: `
      almacen, ventas, servicio, regional, ayuntamiento, municipal, sindical, equipo, reunion equipo,
      reunion departamento, reunion laboratorio, reunion grupo, reunion proyecto, grupo trabajo,
      proyecto, revision, seguimiento, cliente, venta, producto, junta, consejo, direccion, dato,
      analisis, auditoria, entrega, comercial, alumno, estudiante, tutoria, dentista, cita, medico,
      guardia, sesion clinica, programa, presupuesto, recordatorio, recordar, enviar, reservar, viaje,
      factura, pagar, curso
    `,
    topic: `
      lectura, libro, novela, poesia, tejido, costura, coro, baile, danza, yoga, meditacion, tambore,
      luna, oracion, parroquia, iglesia, biblia, nino, guarderia, colegio, crianza, ajedrez, futbol,
      padel, senderismo, cine, teatro, concierto, vino, fiesta, barrio, vecino, comunidad propietarios,
      duelo, escritura creativa, inversor
    `,
  },
};
